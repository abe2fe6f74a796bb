package io.seedhouse.publisher.demo;

/** The demo cannot be made here; the message says why, for the log. */
final class DemoFailed extends RuntimeException {
    DemoFailed(String reason) {
        super(reason);
    }

    DemoFailed(String reason, Throwable cause) {
        super(reason, cause);
    }
}
