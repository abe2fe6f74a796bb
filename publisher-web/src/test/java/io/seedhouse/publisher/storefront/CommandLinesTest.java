package io.seedhouse.publisher.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLinesTest {
    @Test
    void writesPlainNamesPlainly() {
        assertEquals(
                List.of("age -d -i keyring.txt -o film.mp4 the-film/locked/film.mp4.age"),
                CommandLines.age("the-film", List.of("film.mp4")));
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertEquals(
                List.of(
                        "age -d -i keyring.txt -o './It'\\''s $(rm -rf).mp4'"
                                + " 'x/locked/It'\\''s $(rm -rf).mp4.age'"),
                CommandLines.age("x", List.of("It's $(rm -rf).mp4")));
    }

    @Test
    void neverLetsANameLookLikeAnOption() {
        assertEquals(
                List.of("age -d -i keyring.txt -o ./-o x/locked/-o.age"),
                CommandLines.age("x", List.of("-o")));
    }
}
