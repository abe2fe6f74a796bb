package io.seedhouse.publisher.outgoing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** What became of a request. */
public sealed interface Sent {
    /** The other side answered, whatever it was. */
    record Answered(int status) implements Sent {}

    /**
     * No answer.
     *
     * @param reason a sentence for whoever named the server; at most 100 characters, and nothing of
     *     what the other side said
     */
    record Failed(String reason) implements Sent {
        static Failed of(IOException e) {
            return new Failed(
                    switch (e) {
                        case Refusal refusal -> refusal.sentence();
                        case UnknownHostException unknown -> "Its name is not known.";
                        case ConnectException c -> "Nobody listens there.";
                        case NoRouteToHostException n -> "No way leads there.";
                        case SocketTimeoutException t -> "It did not take the connection in time.";
                        case SSLException tls when isOfCertificate(tls) ->
                                "Its certificate is not trusted, or is not for this name.";
                        case SSLException tls -> "No TLS connection came about.";
                        default -> "The connection broke before there was an answer.";
                    });
        }

        private static boolean isOfCertificate(Throwable e) {
            return e instanceof CertificateException
                    || (e.getCause() != null && isOfCertificate(e.getCause()));
        }
    }
}
