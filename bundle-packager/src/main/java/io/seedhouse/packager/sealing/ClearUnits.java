package io.seedhouse.packager.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The output is the input, which is written on as it is read. */
record ClearUnits(InputFile input, Output out) implements Units {
    private static final int PORTION = 128 * 1024;

    @Override
    public long length() {
        return input.length();
    }

    @Override
    public Worker worker() {
        byte[] portion = new byte[(int) Math.min(PORTION, input.length())];
        return (from, to, sink) -> produce(from, to, portion, sink);
    }

    private long produce(long from, long to, byte[] portion, Sink sink) throws IOException {
        for (long at = from; at < to; at += portion.length) {
            int count = (int) Math.min(portion.length, to - at);
            input.read(at, ByteBuffer.wrap(portion, 0, count));
            boolean written = out.writeNow(portion, 0, count, at);
            sink.accept(portion, 0, count);
            if (!written) {
                out.write(portion, 0, count, at);
            }
        }
        return to - from;
    }
}
