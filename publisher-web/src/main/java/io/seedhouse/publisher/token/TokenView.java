package io.seedhouse.publisher.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; never its text.
 *
 * @param name empty for one nobody named
 * @param used the last day it was used, null before the first time
 * @param expires null without end
 */
public record TokenView(
        UUID id,
        String name,
        List<String> scopes,
        Instant created,
        @Nullable Instant used,
        @Nullable Instant expires) {
    public TokenView {
        scopes = List.copyOf(scopes);
    }

    static TokenView of(BearerToken token) {
        return new TokenView(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().map(Scope::label).toList(),
                token.created(),
                token.used(),
                token.expires());
    }
}
