package io.seedhouse.publisher.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.bundle.Access;
import io.seedhouse.publisher.bundle.BundleFile;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadMetadataTest {
    private static final UUID BUNDLE = UUID.fromString("773a92b8-51f7-4181-b072-08b234d74b7c");

    @Test
    void readsNamesInAnyScriptAndIgnoresKeysItDoesNotKnow() {
        String header = header("Fłów 海.mp4", "paid") + ", filetype " + b64("video/mp4") + ",hint";
        assertEquals(
                new UploadMetadata(BUNDLE, "Fłów 海.mp4", Access.PAID),
                UploadMetadata.parse(header));
    }

    @Test
    void readsBackWhatItWrites() {
        BundleFile file = new BundleFile(BUNDLE, "a é.mp4", Access.FREE, 5);
        assertEquals(
                new UploadMetadata(BUNDLE, "a é.mp4", Access.FREE),
                UploadMetadata.parse(UploadMetadata.of(file)));
    }

    @Test
    void givesAFileSealedAtHomeItsEndingBack() {
        BundleFile file = new BundleFile(BUNDLE, "film.mp4", Access.SEALED, 5);
        assertEquals(
                new UploadMetadata(BUNDLE, "film.mp4.age", Access.SEALED),
                UploadMetadata.parse(UploadMetadata.of(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle !!!", "filename gICA", "a YQ==,a YQ==", ",", "a YQ==,,b YQ=="})
    void callsAHeaderMalformedThatBreaksTheGrammar(String header) {
        assertThrows(UploadMetadata.Malformed.class, () -> UploadMetadata.parse(header));
    }

    @Test
    void namesTheValueThatIsMissingOrWrong() {
        assertRefused("bundle", null);
        assertRefused("filename", "bundle " + b64(BUNDLE.toString()));
        assertRefused("bundle", "bundle eA==,filename YQ==,access " + b64("free"));
        assertRefused("access", header("a", "cheap"));
    }

    private static void assertRefused(
            String field, @org.jspecify.annotations.Nullable String header) {
        assertEquals(
                field, assertThrows(Invalid.class, () -> UploadMetadata.parse(header)).field());
    }

    private static String header(String name, String access) {
        return "bundle %s,filename %s,access %s"
                .formatted(b64(BUNDLE.toString()), b64(name), b64(access));
    }

    private static String b64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
