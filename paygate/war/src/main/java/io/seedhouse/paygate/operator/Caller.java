package io.seedhouse.paygate.operator;

import io.seedhouse.paygate.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param isForwarded whether somebody says to call for another: that other need not be here
 */
record Caller(
        String address, String ourAddress, boolean isForwarded, @Nullable String authorization) {
    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");
    private static final String BEARER = "Bearer ";

    static Caller of(HttpServletRequest request) {
        return new Caller(
                request.getRemoteAddr(),
                request.getLocalAddr(),
                FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null),
                request.getHeader("Authorization"));
    }

    /** Whoever is not on this machine learns no more than that there is nothing. */
    Optional<Problem> refusal(OperatorToken token) {
        if (isForwarded || !isHere()) {
            return Optional.of(
                    new Problem(
                            404,
                            "Not Found",
                            "The paygate has nothing for this request; check the address and the method."));
        }
        if (authorization == null
                || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                || !token.is(authorization.substring(BEARER.length()).strip())) {
            return Optional.of(
                    new Problem(
                            401,
                            "Not the operator",
                            "Send the token of SEEDHOUSE_HOME/keys/operator.token as a bearer token."));
        }
        return Optional.empty();
    }

    /** A server bound to one address is called from that same address by its own machine. */
    private boolean isHere() {
        return InetAddress.ofLiteral(address).isLoopbackAddress() || address.equals(ourAddress);
    }

    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "Caller[" + address + "]";
    }
}
