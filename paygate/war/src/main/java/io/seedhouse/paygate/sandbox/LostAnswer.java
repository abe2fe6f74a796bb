package io.seedhouse.paygate.sandbox;

import jakarta.ws.rs.core.StreamingOutput;

/** Writes less than was promised, which the server can only end by closing the connection. */
final class LostAnswer {
    static final int PROMISED = 4096;

    static final StreamingOutput BODY =
            out -> {
                out.write('{');
                out.flush();
            };

    private LostAnswer() {}
}
