package io.seedhouse.publisher.outgoing;

import static io.seedhouse.publisher.language.Say.say;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of HTTP/1.1, of which only the status counts (RFC 9112, section 4). */
final class Reply {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int LONGEST_HEAD = 8192;
    private static final int LONGEST_BODY = 65536;
    private static final int PATIENCE_MILLIS = 1000;

    private final Socket socket;
    private final InputStream in;
    private int left = LONGEST_HEAD;

    Reply(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The final status, after any that only announce it (1xx). */
    int status() throws IOException {
        int status = head();
        while (status < 200) {
            status = head();
        }
        return status;
    }

    private int head() throws IOException {
        Matcher first = STATUS.matcher(line());
        if (!first.matches()) {
            throw new Refusal(say("webhook.fault.no-http"));
        }
        while (!line().isEmpty()) {
            // headers say nothing that counts
        }
        return Integer.parseInt(first.group(1));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection ended within the head");
            }
            if (--left < 0) {
                throw new Refusal(say("webhook.fault.long-head"));
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    /**
     * Takes the body, as far as it comes at once: a connection that is closed while the other side
     * still sends looks like a failure over there.
     */
    void discardBody() {
        byte[] some = new byte[4096];
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            int taken = 0;
            for (int n = in.read(some); n > 0 && taken < LONGEST_BODY; n = in.read(some)) {
                taken += n;
            }
        } catch (IOException itsLoss) {
            // the status stands
        }
    }
}
