package io.seedhouse.publisher.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShowcaseTest {
    private static final Set<String> PICTURES = Set.of("jpg", "png");

    @Test
    void prefersTheFileCalledPosterOverEarlierPictures() {
        assertEquals("Poster final.PNG", poster(free("a.jpg"), free("Poster final.PNG")));
    }

    @Test
    void takesTheFirstPictureWhenNoneIsCalledPoster() {
        assertEquals("a.jpg", poster(free("notes.txt"), free("a.jpg"), free("b.jpg")));
    }

    @Test
    void neverShowsAPaidFile() {
        assertEquals("none", poster(file("poster.jpg", Access.PAID)));
    }

    private static String poster(BundleFile... files) {
        return Showcase.pick(List.of(files), PICTURES, name -> name.startsWith("poster"))
                .map(BundleFile::name)
                .orElse("none");
    }

    private static BundleFile free(String name) {
        return file(name, Access.FREE);
    }

    private static BundleFile file(String name, Access access) {
        return new BundleFile(UUID.randomUUID(), name, access, 1);
    }
}
