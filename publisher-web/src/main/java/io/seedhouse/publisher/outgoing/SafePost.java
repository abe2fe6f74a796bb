package io.seedhouse.publisher.outgoing;

import static io.seedhouse.publisher.language.Say.say;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Posts to servers that strangers name. */
public final class SafePost {
    /** For all of it: looking the name up, connecting, sending, and waiting for the answer. */
    public static final Duration LONGEST = Duration.ofSeconds(15);

    /** Addresses of one name that are tried, one after the other. */
    private static final int MOST_ADDRESSES = 4;

    private final Reach reach;
    private final Names names;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService clock;
    private final Duration longest;

    /**
     * @param tls makes encrypted connections, and decides whom they trust
     * @param clock closes connections that take too long
     */
    public SafePost(
            Reach reach, Names names, SSLSocketFactory tls, ScheduledExecutorService clock) {
        this(reach, names, tls, clock, LONGEST);
    }

    SafePost(
            Reach reach,
            Names names,
            SSLSocketFactory tls,
            ScheduledExecutorService clock,
            Duration longest) {
        this.reach = reach;
        this.names = names;
        this.tls = tls;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * @param headers in addition to those that HTTP needs; ASCII, without line breaks
     */
    public Sent post(Target target, Map<String, String> headers, byte[] body) {
        try (CutOff cut = new CutOff(clock, longest)) {
            try {
                return new Sent.Answered(exchange(cut, target, head(target, headers, body), body));
            } catch (IOException e) {
                return cut.passed()
                        ? new Sent.Failed(say("webhook.fault.slow", longest.toSeconds()))
                        : Sent.Failed.of(e);
            }
        }
    }

    private int exchange(CutOff cut, Target target, byte[] head, byte[] body) throws IOException {
        try (Socket socket = secured(connect(cut, target), target)) {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(body);
            out.flush();
            Reply reply = new Reply(socket);
            int status = reply.status();
            reply.discardBody();
            return status;
        }
    }

    /**
     * The name is asked for here and nowhere else. One address that is not public is enough to
     * refuse it: no server of the public Internet has such.
     */
    private List<InetAddress> addresses(Target target) throws IOException {
        List<InetAddress> all =
                target.literal().isPresent()
                        ? List.of(target.literal().get())
                        : names.of(target.host());
        if (!all.stream().allMatch(address -> reach.admits(address, target.encrypted()))) {
            throw new Refusal(say("webhook.fault.not-public"));
        }
        return all;
    }

    private Socket connect(CutOff cut, Target target) throws IOException {
        IOException failure = new UnknownHostException();
        for (InetAddress address : addresses(target).stream().limit(MOST_ADDRESSES).toList()) {
            try {
                return cut.connect(new InetSocketAddress(address, target.port()));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** The certificate must be for the name, not for the address the name led to. */
    private Socket secured(Socket raw, Target target) throws IOException {
        if (!target.encrypted()) {
            return raw;
        }
        SSLSocket socket = (SSLSocket) tls.createSocket(raw, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(Target target, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(target.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("User-Agent: Seedhouse\r\n");
        head.append("Connection: close\r\n");
        head.append("Content-Length: ").append(body.length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(US_ASCII);
    }
}
