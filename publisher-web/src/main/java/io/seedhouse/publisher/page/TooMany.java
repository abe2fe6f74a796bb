package io.seedhouse.publisher.page;

import static io.seedhouse.publisher.language.Say.say;

import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** The answer to one attempt too many. */
public final class TooMany {
    private TooMany() {}

    /**
     * A page with status 429.
     *
     * @param what was tried too often, in the plural and in the reader's language
     */
    public static Response page(String what, Duration retryAfter) {
        long seconds = seconds(retryAfter);
        return Response.fromResponse(ErrorView.page(429, sentence(what, retryAfter)).as(429))
                .header("Retry-After", seconds)
                .build();
    }

    public static String sentence(String what, Duration retryAfter) {
        long seconds = seconds(retryAfter);
        return seconds < 100
                ? say("page.too-many.seconds", what, seconds)
                : say("page.too-many.minutes", what, (seconds + 59) / 60);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
