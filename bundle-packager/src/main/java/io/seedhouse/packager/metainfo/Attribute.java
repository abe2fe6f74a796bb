package io.seedhouse.packager.metainfo;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a torrent says of a file besides its content (BEP 47), pads and links aside. */
public enum Attribute {
    /** The file may be run as a program. */
    EXECUTABLE('x'),
    /** The file is not shown by default. */
    HIDDEN('h');

    private final char letter;

    Attribute(char letter) {
        this.letter = letter;
    }

    /** The attributes as BEP 47 writes them, one letter each; empty for none. */
    public static String letters(Set<Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> String.valueOf(attribute.letter))
                .sorted()
                .collect(Collectors.joining());
    }

    /** The attributes among these letters; letters that BEP 47 does not know are ignored. */
    static Set<Attribute> of(String letters) {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        for (Attribute attribute : values()) {
            if (letters.indexOf(attribute.letter) >= 0) {
                attributes.add(attribute);
            }
        }
        return attributes.isEmpty() ? Set.of() : Collections.unmodifiableSet(attributes);
    }
}
