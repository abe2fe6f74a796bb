package io.seedhouse.paygate.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Lets nobody through but the operator, on this machine. */
@Provider
@OperatorsOnly
@ApplicationScoped
public class OperatorGuard implements ContainerRequestFilter {
    @Inject OperatorDesk desk;
    @Context @Nullable HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (request == null) {
            throw new IllegalStateException("a request that is none");
        }
        Caller.of(request)
                .refusal(desk.token())
                .ifPresent(problem -> context.abortWith(problem.toResponse().build()));
    }
}
