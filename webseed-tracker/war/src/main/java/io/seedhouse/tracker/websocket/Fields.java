package io.seedhouse.tracker.websocket;

import io.seedhouse.tracker.wire.AnnounceEvent;
import io.seedhouse.tracker.wire.ScrapeRequest;
import io.seedhouse.tracker.wire.WireInfohash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message's fields as they came, in any order, until they are known to make sense together. */
final class Fields {
    @Nullable String action;
    List<String> infohashes = List.of();
    @Nullable String peerId;
    @Nullable String toPeerId;
    @Nullable String offerId;
    @Nullable String event;
    @Nullable String left;
    @Nullable String wanted;
    List<Offer> offers = List.of();
    @Nullable Description answer;

    Message message() throws MalformedMessage {
        if ("scrape".equals(action)) {
            return new Message.Scrape(all());
        }
        if ("announce".equals(action)) {
            return answer == null ? announce() : answer(answer);
        }
        throw new MalformedMessage("The action must be announce or scrape.");
    }

    private Message announce() throws MalformedMessage {
        if (left != null && left.startsWith("-")) {
            throw new MalformedMessage("The left must not be negative.");
        }
        return new Message.Announce(
                one(),
                twentyBytes("peer_id", peerId),
                event(),
                "0".equals(left),
                offers.subList(0, Math.min(offers.size(), wanted())));
    }

    /** Names we do not know are ordinary announces. */
    private AnnounceEvent event() {
        return switch (event == null ? "" : event) {
            case "started" -> AnnounceEvent.STARTED;
            case "completed" -> AnnounceEvent.COMPLETED;
            case "stopped" -> AnnounceEvent.STOPPED;
            default -> AnnounceEvent.PERIODIC;
        };
    }

    private Message answer(Description description) throws MalformedMessage {
        return new Message.Answer(
                one(),
                twentyBytes("peer_id", peerId),
                twentyBytes("to_peer_id", toPeerId),
                twentyBytes("offer_id", offerId),
                description);
    }

    /** Anything but a small number means every offer. */
    private int wanted() {
        return wanted != null && wanted.matches("[0-9]{1,4}")
                ? Integer.parseInt(wanted)
                : Message.Announce.MOST_OFFERS;
    }

    private WireInfohash one() throws MalformedMessage {
        if (infohashes.size() != 1) {
            throw new MalformedMessage("An announce must name one info_hash.");
        }
        return infohash(infohashes.getFirst());
    }

    private List<WireInfohash> all() throws MalformedMessage {
        if (infohashes.size() > ScrapeRequest.MOST) {
            throw new MalformedMessage(
                    "A scrape may ask about " + ScrapeRequest.MOST + " torrents at most.");
        }
        List<WireInfohash> named = new ArrayList<>();
        for (String infohash : infohashes) {
            named.add(infohash(infohash));
        }
        return named;
    }

    private static WireInfohash infohash(String value) throws MalformedMessage {
        return WireInfohash.of(
                twentyBytes("info_hash", value).getBytes(StandardCharsets.ISO_8859_1));
    }

    static String twentyBytes(String name, @Nullable String value) throws MalformedMessage {
        if (value == null
                || value.length() != WireInfohash.LENGTH
                || value.chars().anyMatch(c -> c > 0xff)) {
            throw new MalformedMessage(
                    "The " + name + " must be a string of 20 characters, one for each byte.");
        }
        return value;
    }
}
