package io.seedhouse.publisher.account;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.token.Needs;
import io.seedhouse.publisher.token.Scope;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one place that holds a token against the scopes of a call (RFC 6750, section 3.1). Sessions
 * pass, and so does nobody, whom the role check refuses. A call that says nothing about tokens
 * takes none.
 */
@Provider
public class ScopeFilter implements ContainerRequestFilter {
    @Inject CurrentPublisher current;
    @Context ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        if (current.token().isPresent()) {
            refusal(called.getResourceMethod(), called.getResourceClass(), current.scopes())
                    .map(Problem::response)
                    .ifPresent(request::abortWith);
        }
    }

    static Optional<Problem> refusal(
            AnnotatedElement method, AnnotatedElement resource, Set<Scope> has) {
        AnnotatedElement nearest = saysSomething(method) ? method : resource;
        Needs needs = nearest.getAnnotation(Needs.class);
        if (needs != null) {
            return refusal(List.of(needs.value()), has);
        }
        return nearest.isAnnotationPresent(PermitAll.class)
                ? Optional.empty()
                : Optional.of(Problem.of(403, say("account.scope.none")));
    }

    private static boolean saysSomething(AnnotatedElement method) {
        return method.isAnnotationPresent(Needs.class)
                || method.isAnnotationPresent(PermitAll.class);
    }

    private static Optional<Problem> refusal(List<Scope> needed, Set<Scope> has) {
        return needed.isEmpty() || needed.stream().anyMatch(has::contains)
                ? Optional.empty()
                : Optional.of(lacking(needed));
    }

    private static Problem lacking(List<Scope> scopes) {
        String or = scopes.stream().map(Scope::label).collect(Collectors.joining(" / "));
        String challenge = "Bearer error=\"insufficient_scope\", scope=\"%s\"";
        return Problem.of(403, say("account.scope.lacking", or))
                .with("WWW-Authenticate", challenge.formatted(scopes.getFirst().label()));
    }
}
