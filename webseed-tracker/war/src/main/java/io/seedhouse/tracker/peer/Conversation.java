package io.seedhouse.tracker.peer;

import io.seedhouse.tracker.statistics.Metadata;
import io.seedhouse.tracker.statistics.Tally;
import io.seedhouse.tracker.wire.WireInfohash;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What one client says and what it is told, byte by byte and without a socket. It must greet us
 * with the infohash of an admitted torrent and know extensions, or there is nothing for it here; of
 * all it says then only requests for metadata count.
 */
final class Conversation {
    /** A message longer than this is passed over unread; requests for metadata have 30 bytes. */
    static final int LONGEST_READ = 4 << 10;

    /** How often a client may have all the metadata; then we reject, as BEP 9 proposes. */
    static final int TIMES = 3;

    private final InfoDictionaries dictionaries;
    private final Sayings sayings;
    private final int longest;
    private final Tally tally;

    /** What the client wants; null until it has greeted us. */
    private @Nullable WireInfohash infohash;

    /** The number under which the client wishes to be sent metadata; 0 while it has not said. */
    private int under;

    private long passOver;
    private int sent;
    private int messages;

    /**
     * @param longest bytes of a message that is still passed over
     */
    Conversation(InfoDictionaries dictionaries, Sayings sayings, int longest, Tally tally) {
        this.dictionaries = dictionaries;
        this.sayings = sayings;
        this.longest = longest;
        this.tally = tally;
    }

    /** Whether the client has greeted us properly. */
    boolean greeted() {
        return infohash != null;
    }

    /** Messages heard to their end, the greeting included; who sends none makes no progress. */
    int messages() {
        return messages;
    }

    /**
     * Listens to what has come until there is something to say.
     *
     * @param in at most {@link #LONGEST_READ} bytes; what is understood is taken away
     */
    Turn next(ByteBuffer in) {
        WireInfohash wanted = infohash;
        return wanted == null ? greeting(in) : messages(in, wanted);
    }

    private Turn greeting(ByteBuffer in) {
        if (!Sayings.begins(in)) {
            return Turn.END;
        }
        if (in.remaining() < Sayings.HANDSHAKE) {
            return Turn.LISTEN;
        }
        byte[] handshake = new byte[Sayings.HANDSHAKE];
        in.get(handshake);
        WireInfohash wanted = Sayings.infohash(handshake);
        InfoDictionary info = Sayings.knowsExtensions(handshake) ? dictionaries.find(wanted) : null;
        if (info == null) {
            return Turn.END;
        }
        infohash = wanted;
        messages++;
        tally.metadata(Metadata.GREETED);
        return new Turn.Say(sayings.greeting(wanted, Sayings.isFast(handshake), info.size()));
    }

    private Turn messages(ByteBuffer in, WireInfohash wanted) {
        while (true) {
            passOver(in);
            if (passOver > 0 || in.remaining() < Integer.BYTES) {
                return Turn.LISTEN;
            }
            long length = Integer.toUnsignedLong(in.getInt(in.position()));
            if (length > longest) {
                return Turn.END;
            }
            if (length > LONGEST_READ - Integer.BYTES) {
                passOver = Integer.BYTES + length;
                continue;
            }
            if (in.remaining() < Integer.BYTES + length) {
                return Turn.LISTEN;
            }
            Turn turn = message(in, (int) length, wanted);
            if (turn != Turn.LISTEN) {
                return turn;
            }
        }
    }

    private void passOver(ByteBuffer in) {
        if (passOver > 0) {
            int now = (int) Math.min(passOver, in.remaining());
            in.position(in.position() + now);
            passOver -= now;
            messages += passOver == 0 ? 1 : 0;
        }
    }

    private Turn message(ByteBuffer in, int length, WireInfohash wanted) {
        byte[] message = new byte[length];
        in.getInt();
        in.get(message);
        messages += length > 0 ? 1 : 0;
        if (length < 2 || message[0] != Sayings.EXTENDED) {
            return Turn.LISTEN;
        }
        Dictionary said = new Dictionary(message, 2, length);
        return switch (message[1]) {
            case 0 -> extensions(said);
            case Sayings.UT_METADATA -> request(said, wanted);
            default -> Turn.LISTEN;
        };
    }

    /** The extended handshake; it may come again, and 0 takes an extension back (BEP 10). */
    private Turn extensions(Dictionary said) {
        long number = said.dictionary("m").number("ut_metadata");
        if (number != Dictionary.NONE) {
            under = number < 256 ? (int) number : 0;
        }
        return Turn.LISTEN;
    }

    private Turn request(Dictionary said, WireInfohash wanted) {
        long index = said.number("piece");
        if (under == 0 || index == Dictionary.NONE || said.number("msg_type") != 0) {
            return Turn.LISTEN;
        }
        InfoDictionary info = dictionaries.find(wanted);
        if (info == null) {
            return Turn.END; // retired meanwhile
        }
        if (index >= info.pieces() || sent >= TIMES * info.pieces()) {
            tally.metadata(Metadata.REJECTED);
            return new Turn.Say(Sayings.reject(under, index));
        }
        sent++;
        tally.metadata(Metadata.SENT);
        return new Turn.Say(Sayings.piece(under, (int) index, info));
    }
}
