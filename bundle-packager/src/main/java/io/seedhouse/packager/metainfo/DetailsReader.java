package io.seedhouse.packager.metainfo;

import io.seedhouse.packager.bencode.BencodeList;
import io.seedhouse.packager.bencode.BencodeNumber;
import io.seedhouse.packager.bencode.BencodeString;
import io.seedhouse.packager.bencode.BencodeValue;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a torrent says besides its content. Nothing here is needed to check files, and clients
 * write it in several ways, so an entry that makes no sense is passed over, not refused.
 */
record DetailsReader(Fields top, Fields info) {
    /** The end of the year 9999, beyond which dates are nonsense. */
    private static final long LAST_SECOND = 253_402_300_799L;

    Details read() {
        return new Details(
                tiers(),
                texts(top.get("url-list")).toList(),
                info.get("private") instanceof BencodeNumber(long value) && value != 0,
                text(info.get("source")),
                similar(),
                both("collections").flatMap(DetailsReader::texts).distinct().toList(),
                created(),
                text(top.get("comment")),
                text(top.get("created by")));
    }

    /** By BEP 12 a list of tiers overrules the single address. */
    private List<List<String>> tiers() {
        if (top.get("announce-list") instanceof BencodeList(List<BencodeValue> items)) {
            List<List<String>> tiers =
                    items.stream()
                            .map(tier -> texts(tier).distinct().toList())
                            .filter(tier -> !tier.isEmpty())
                            .toList();
            if (!tiers.isEmpty()) {
                return tiers;
            }
        }
        return text(top.get("announce")).stream().map(List::of).toList();
    }

    private List<String> similar() {
        return both("similar")
                .flatMap(DetailsReader::strings)
                .filter(hash -> hash.length() == 20 || hash.length() == 32)
                .map(hash -> HexFormat.of().formatHex(hash.bytes()))
                .distinct()
                .toList();
    }

    private Optional<Instant> created() {
        return top.get("creation date") instanceof BencodeNumber(long seconds)
                        && seconds >= 0
                        && seconds <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    /** BEP 38 lets an entry stand in the info dictionary, beside it, or both. */
    private Stream<@Nullable BencodeValue> both(String key) {
        return Stream.of(Optional.ofNullable(info.get(key)), Optional.ofNullable(top.get(key)))
                .flatMap(Optional::stream);
    }

    private static Optional<String> text(@Nullable BencodeValue value) {
        return value instanceof BencodeString string ? texts(string).findFirst() : Optional.empty();
    }

    private static Stream<String> texts(@Nullable BencodeValue value) {
        return strings(value).filter(text -> text.length() > 0).map(BencodeString::lenientText);
    }

    /** All strings of a value, however nested. */
    private static Stream<BencodeString> strings(@Nullable BencodeValue value) {
        return switch (value) {
            case BencodeString string -> Stream.of(string);
            case BencodeList(List<BencodeValue> items) ->
                    items.stream().flatMap(DetailsReader::strings);
            case null, default -> Stream.empty();
        };
    }
}
