package io.seedhouse.publisher.profile;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.page.Words;
import io.seedhouse.publisher.token.Scope;
import io.seedhouse.publisher.token.TokenView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What programs may do with an account.
 *
 * @param secret the text of a new one, shown once; null otherwise
 */
record AccessView(List<Row> rows, Form form, @Nullable String secret, @Nullable String refusal) {
    AccessView {
        rows = List.copyOf(rows);
    }

    /**
     * @param may in words
     * @param used to the day; null before the first time
     * @param expires null without end
     */
    record Row(
            String id,
            String name,
            String may,
            Instant created,
            @Nullable Instant used,
            @Nullable Instant expires) {
        static Row of(TokenView of) {
            return new Row(
                    of.id().toString(),
                    of.name().isEmpty() ? say("account.access.unnamed") : of.name(),
                    of.scopes().size() == Scope.ALL.size()
                            ? say("account.access.everything")
                            : Words.list(of.scopes()),
                    of.created(),
                    of.used(),
                    of.expires());
        }
    }

    /** As typed. */
    record Form(String name, Set<String> scopes, String days) {
        static final Form EMPTY = new Form("", Set.of(), "90");

        public boolean has(String scope) {
            return scopes.contains(scope);
        }
    }

    static List<String> scopes() {
        return Arrays.stream(Scope.values()).map(Scope::label).toList();
    }

    /** Leaves the secret out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "AccessView";
    }
}
