package io.seedhouse.tracker.fuzz;

import io.seedhouse.packager.fuzz.Target;
import io.seedhouse.tracker.http.ForwardedFuzz;
import io.seedhouse.tracker.peer.ConversationFuzz;
import io.seedhouse.tracker.peer.DictionaryFuzz;
import io.seedhouse.tracker.udp.DatagramFuzz;
import io.seedhouse.tracker.webseed.RangeFuzz;
import io.seedhouse.tracker.webseed.SeedPathFuzz;
import io.seedhouse.tracker.websocket.MessageFuzz;
import io.seedhouse.tracker.websocket.SignallingFuzz;
import io.seedhouse.tracker.wire.NetworksFuzz;
import io.seedhouse.tracker.wire.QueryFuzz;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One reader of this module that is fuzzed.
 *
 * @param name for people and file names
 * @param packages whose branches guide the fuzzer
 */
record FuzzTarget(
        String name,
        Class<?> type,
        Attempt check,
        Supplier<Stream<byte[]>> first,
        List<String> words,
        int longest,
        String... packages)
        implements Target {

    /** All of them. */
    static List<FuzzTarget> all() {
        return List.of(
                new FuzzTarget(
                        "datagram",
                        DatagramFuzz.class,
                        DatagramFuzz::fuzzerTestOneInput,
                        DatagramFuzz::seeds,
                        DatagramFuzz.words(),
                        2600,
                        "udp",
                        "swarm"),
                new FuzzTarget(
                        "query",
                        QueryFuzz.class,
                        QueryFuzz::fuzzerTestOneInput,
                        QueryFuzz::seeds,
                        QueryFuzz.words(),
                        1024,
                        "wire"),
                new FuzzTarget(
                        "seed-path",
                        SeedPathFuzz.class,
                        SeedPathFuzz::fuzzerTestOneInput,
                        SeedPathFuzz::seeds,
                        SeedPathFuzz.words(),
                        512,
                        "webseed"),
                new FuzzTarget(
                        "range",
                        RangeFuzz.class,
                        RangeFuzz::fuzzerTestOneInput,
                        RangeFuzz::seeds,
                        RangeFuzz.words(),
                        512,
                        "webseed"),
                new FuzzTarget(
                        "networks",
                        NetworksFuzz.class,
                        NetworksFuzz::fuzzerTestOneInput,
                        NetworksFuzz::seeds,
                        NetworksFuzz.words(),
                        256,
                        "wire"),
                new FuzzTarget(
                        "forwarded",
                        ForwardedFuzz.class,
                        ForwardedFuzz::fuzzerTestOneInput,
                        ForwardedFuzz::seeds,
                        ForwardedFuzz.words(),
                        256,
                        "http",
                        "wire"),
                new FuzzTarget(
                        "message",
                        MessageFuzz.class,
                        MessageFuzz::fuzzerTestOneInput,
                        MessageFuzz::seeds,
                        MessageFuzz.words(),
                        768,
                        "websocket"),
                new FuzzTarget(
                        "signalling",
                        SignallingFuzz.class,
                        SignallingFuzz::fuzzerTestOneInput,
                        SignallingFuzz::seeds,
                        SignallingFuzz.words(),
                        192,
                        "websocket"),
                new FuzzTarget(
                        "conversation",
                        ConversationFuzz.class,
                        ConversationFuzz::fuzzerTestOneInput,
                        ConversationFuzz::seeds,
                        ConversationFuzz.words(),
                        512,
                        "peer"),
                new FuzzTarget(
                        "dictionary",
                        DictionaryFuzz.class,
                        DictionaryFuzz::fuzzerTestOneInput,
                        DictionaryFuzz::seeds,
                        DictionaryFuzz.words(),
                        160,
                        "peer"));
    }

    /** What the fuzzer calls, called by us. */
    @FunctionalInterface
    interface Attempt {
        void on(byte[] input) throws IOException;
    }

    @Override
    public String className() {
        return type.getName();
    }

    @Override
    public void attempt(byte[] input) throws IOException {
        check.on(input);
    }

    @Override
    public List<byte[]> seeds() {
        return first.get().toList();
    }

    @Override
    public List<String> watched() {
        return Arrays.stream(packages).map("io.seedhouse.tracker.%s.*"::formatted).toList();
    }

    @Override
    public List<String> unwatched() {
        return Stream.of(
                        "udp.WatchedTracker",
                        "udp.ConnectionIdsTest",
                        "udp.UdpTrackerTest",
                        "wire.PlainQuery",
                        "websocket.Browser",
                        "websocket.PlainMessage",
                        "websocket.WatchedSignalling*",
                        "peer.ConversationFuzz*",
                        "peer.TorrentsOnDisk*",
                        "peer.Wire")
                .map("io.seedhouse.tracker."::concat)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
