package io.seedhouse.packager.fuzz;

import io.seedhouse.packager.encryption.AgeHeaderFuzz;
import io.seedhouse.packager.encryption.AgePayloadFuzz;
import io.seedhouse.packager.keys.KeyTextFuzz;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The readers of this module that are fuzzed. */
enum FuzzTarget implements Target {
    BENCODE(
            BencodeFuzz.class,
            BencodeFuzz::fuzzerTestOneInput,
            BencodeFuzz::seeds,
            BencodeFuzz.words(),
            1024,
            "bencode"),
    METAINFO(
            MetainfoFuzz.class,
            MetainfoFuzz::fuzzerTestOneInput,
            MetainfoFuzz::seeds,
            MetainfoFuzz.words(),
            2048,
            "bencode",
            "metainfo",
            "cli"),
    AGE_HEADER(
            AgeHeaderFuzz.class,
            AgeHeaderFuzz::fuzzerTestOneInput,
            AgeHeaderFuzz::seeds,
            AgeHeaderFuzz.words(),
            2048,
            "encryption",
            "keys"),
    AGE_PAYLOAD(
            AgePayloadFuzz.class,
            AgePayloadFuzz::fuzzerTestOneInput,
            AgePayloadFuzz::seeds,
            AgePayloadFuzz.words(),
            4,
            "encryption",
            "keys"),
    KEY_TEXT(
            KeyTextFuzz.class,
            KeyTextFuzz::fuzzerTestOneInput,
            KeyTextFuzz::seeds,
            KeyTextFuzz.words(),
            512,
            "keys");

    /** Takes one input and fails with an exception or error where the reader is wrong. */
    @FunctionalInterface
    interface Attempt {
        void on(byte[] input) throws IOException;
    }

    @FunctionalInterface
    private interface Seeds {
        Stream<byte[]> all() throws IOException;
    }

    private final Class<?> type;
    private final Attempt attempt;
    private final Seeds seeds;
    private final List<String> words;
    private final int longest;
    private final List<String> watched;

    FuzzTarget(
            Class<?> type,
            Attempt attempt,
            Seeds seeds,
            List<String> words,
            int longest,
            String... watched) {
        this.type = type;
        this.attempt = attempt;
        this.seeds = seeds;
        this.words = words;
        this.longest = longest;
        this.watched = List.of(watched);
    }

    @Override
    public String className() {
        return type.getName();
    }

    @Override
    public void attempt(byte[] input) throws IOException {
        attempt.on(input);
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        return seeds.all().toList();
    }

    @Override
    public List<String> words() {
        return words;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public List<String> watched() {
        return watched.stream().map("io.seedhouse.packager.%s.*"::formatted).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
