package io.seedhouse.tracker.webseed;

import io.seedhouse.tracker.webseed.ByteRange.Part;

import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** What an answer sends after its headers, and the one file it comes from. */
final class Body implements Closeable {
    /** A part no longer than this goes out of memory, in one piece with its headers. */
    static final int HEAD_SIZE = 16 << 10;

    /** Of a longer part only so much does, that the rest can go by the system's own hand. */
    private static final int LEAST_HEAD_SIZE = 512;

    private final Seed seed;
    private final @Nullable FileChannel file;
    private final Queue<Stretch> stretches = new ArrayDeque<>();
    private boolean blocked;

    private Body(Seed seed) throws IOException {
        this.seed = seed;
        this.file =
                switch (seed) {
                    case Seed.Pad pad -> null;
                    case Seed.StoredFile(var path, boolean sold, long size, var validators) ->
                            FileChannel.open(path, StandardOpenOption.READ);
                };
    }

    /** Opens the file and reads the first bytes of one part of it; may block. */
    static Body of(Seed seed, Part part) throws IOException {
        return filled(seed, part.last(), body -> body.addFirst(part));
    }

    /** Opens the file for parts with lines around them; may block. */
    static Body of(Seed seed, List<Part> parts, Multipart form) throws IOException {
        long last = parts.stream().mapToLong(Part::last).max().orElseThrow();
        return filled(
                seed,
                last,
                body -> {
                    for (Part part : parts) {
                        body.add(form.before(part));
                        body.add(part.first(), part.last() + 1);
                    }
                    body.add(form.end());
                });
    }

    private interface Filling {
        void fill(Body body) throws IOException;
    }

    private static Body filled(Seed seed, long last, Filling filling) throws IOException {
        Body body = new Body(seed);
        try {
            if (body.file != null && body.file.size() <= last) {
                throw new EOFException("a bundle's file is shorter than it was a moment ago");
            }
            filling.fill(body);
            return body;
        } catch (IOException | RuntimeException | Error e) {
            body.close();
            throw e;
        }
    }

    private void addFirst(Part part) throws IOException {
        long end = part.last() + 1;
        if (file == null) {
            add(part.first(), end);
            return;
        }
        long size = part.length() <= HEAD_SIZE ? part.length() : LEAST_HEAD_SIZE;
        ByteBuffer head = ByteBuffer.allocate((int) size);
        while (head.hasRemaining()) {
            if (file.read(head, part.first() + head.position()) < 0) {
                throw new EOFException("a bundle's file is shorter than it was a moment ago");
            }
        }
        stretches.add(new Stretch.InMemory(head.flip()));
        add(part.first() + head.limit(), end);
    }

    private void add(long start, long end) {
        stretches.add(
                file == null
                        ? new Stretch.Zeros(end - start)
                        : new Stretch.OfFile(file, start, end));
    }

    private void add(String lines) {
        stretches.add(
                new Stretch.InMemory(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII))));
    }

    /** Which seed this is of. */
    Seed seed() {
        return seed;
    }

    boolean isSent() {
        while (!stretches.isEmpty() && stretches.element().isSent()) {
            stretches.remove();
        }
        return stretches.isEmpty();
    }

    /** Sends what the socket takes of a body that is not sent yet; 0 when it takes none now. */
    long send(StreamSinkChannel channel, long most) throws IOException {
        Stretch stretch = stretches.element();
        long sent = stretch.send(channel, most);
        blocked = stretch instanceof Stretch.OfFile && sent < most && !stretch.isSent();
        return sent;
    }

    /** Whether the socket took less than it was given last time, and so takes none now. */
    boolean isBlocked() {
        return blocked;
    }

    @Override
    public void close() {
        IoUtils.safeClose(file);
    }
}
