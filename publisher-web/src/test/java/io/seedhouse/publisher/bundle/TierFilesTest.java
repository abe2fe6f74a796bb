package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TierFilesTest {
    private static final UUID BUNDLE = UUID.randomUUID();
    private static final BundleFile FILM = file("film.mp4", Access.PAID);
    private static final BundleFile TEASER = file("teaser.mp4", Access.FREE);

    @Test
    void findsPaidFilesByNameAndEachOnlyOnce() {
        assertEquals(new TierFiles.Found(List.of(FILM.paid())), of("film.mp4", "film.mp4"));
    }

    @Test
    void namesTheFileThatIsUnknownOrFree() {
        assertEquals(
                new TierFiles.Refused(
                        "The bundle has no file \"nope\": upload it first or name another."),
                of("film.mp4", "nope"));
        assertEquals(
                new TierFiles.Refused(
                        "The file \"teaser.mp4\" is free: a tier sells paid files only."),
                of("teaser.mp4"));
    }

    @Test
    void refusesATierOfNothing() {
        assertEquals(new TierFiles.Refused("A tier must name at least one paid file."), of());
    }

    private static TierFiles of(String... names) {
        return TierFiles.of(List.of(names), List.of(FILM, TEASER));
    }

    private static BundleFile file(String name, Access access) {
        return new BundleFile(BUNDLE, name, access, 5);
    }
}
