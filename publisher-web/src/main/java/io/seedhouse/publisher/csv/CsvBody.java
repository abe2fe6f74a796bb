package io.seedhouse.publisher.csv;

import static io.seedhouse.publisher.language.Say.say;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/** The text of a table that somebody sends. */
public final class CsvBody {
    private static final int LONGEST = 1 << 20;

    private CsvBody() {}

    /**
     * @throws Refused for more than 1 MiB
     * @throws Invalid for what is not UTF-8
     */
    public static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new Refused(413, say("csv.long"));
        }
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Invalid("csv", say("csv.utf-8"));
        }
    }
}
