package io.seedhouse.packager.sealing;

import java.io.IOException;

/** The output is the input. */
record ClearUnits(InputFile input) implements Units {
    @Override
    public int slack() {
        return 0;
    }

    @Override
    public long length() {
        return input.length();
    }

    @Override
    public Produced produce(long from, long to, byte[] buffer) throws IOException {
        int count = (int) (to - from);
        input.read(from, buffer, 0, count);
        return new Produced(0, count);
    }
}
