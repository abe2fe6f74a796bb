package io.seedhouse.publisher.outgoing;

import static io.seedhouse.publisher.language.Say.say;

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
                        case UnknownHostException unknown -> say("webhook.fault.unknown-name");
                        case ConnectException c -> say("webhook.fault.nobody");
                        case NoRouteToHostException n -> say("webhook.fault.no-way");
                        case SocketTimeoutException t -> say("webhook.fault.connection");
                        case SSLException tls when isOfCertificate(tls) ->
                                say("webhook.fault.certificate");
                        case SSLException tls -> say("webhook.fault.tls");
                        default -> say("webhook.fault.broke");
                    });
        }

        private static boolean isOfCertificate(Throwable e) {
            return e instanceof CertificateException
                    || (e.getCause() != null && isOfCertificate(e.getCause()));
        }
    }
}
