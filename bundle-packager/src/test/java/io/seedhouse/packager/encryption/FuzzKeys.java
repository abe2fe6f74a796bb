package io.seedhouse.packager.encryption;

import io.seedhouse.packager.keys.FuzzIdentities;
import io.seedhouse.packager.keys.Identity;
import io.seedhouse.packager.keys.Recipient;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Headers whose keys are known, so that their MAC can be made to fit after any change. */
final class FuzzKeys {
    static final Identity IDENTITY = FuzzIdentities.IDENTITY;
    static final Identity OTHER = FuzzIdentities.OTHER;
    static final FileKey KEY = new FileKey(new byte[FileKey.BYTES]);

    private FuzzKeys() {}

    /** The two lines that give the key to a holder of this identity. */
    static String stanza(Identity identity) {
        return X25519Stanza.wrap(KEY, Recipient.parse(identity.recipient())).text();
    }

    /** A header of these stanzas with the right MAC and a nonce of zeros. */
    static byte[] header(String stanzas) {
        String covered = HeaderText.VERSION + stanzas + HeaderText.END;
        byte[] text = covered.getBytes(StandardCharsets.ISO_8859_1);
        String mac =
                Base64.getEncoder().withoutPadding().encodeToString(KEY.mac(text, text.length));
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(text);
        header.writeBytes((" " + mac + "\n").getBytes(StandardCharsets.US_ASCII));
        header.writeBytes(new byte[HeaderText.NONCE]);
        return header.toByteArray();
    }

    /** The cipher of the chunks that follow such a header. */
    static ChunkCipher cipher() {
        return new ChunkCipher(KEY.payloadKey(new byte[HeaderText.NONCE]));
    }

    /** A file with this header and one chunk. */
    static byte[] file(byte[] header, String clear) {
        byte[] text = clear.getBytes(StandardCharsets.UTF_8);
        byte[] chunk = new byte[text.length + AgeFormat.TAG];
        cipher().seal(0, true, ByteBuffer.wrap(text), 0, text.length, chunk, 0);
        byte[] file = Arrays.copyOf(header, header.length + chunk.length);
        System.arraycopy(chunk, 0, file, header.length, chunk.length);
        return file;
    }

    static List<Identity> identities() {
        return List.of(OTHER, IDENTITY);
    }
}
