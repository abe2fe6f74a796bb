package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls to one server, which are made again while it does not answer. */
final class Connection implements AutoCloseable {
    /** For one call; the body of an upload's part takes its time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** RFC 6750, 2.1. */
    private static final String TOKEN = "[A-Za-z0-9._~+/-]+=*";

    private static final long LONGEST_ANSWER = 64 << 20;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(20))
                    .build();
    private final URI server;
    private final Patience patience;
    private final Watcher watcher;
    private @Nullable String token;

    /**
     * @param server without a path, such as {@code https://films.example}
     */
    Connection(URI server, Patience patience, Watcher watcher) {
        this.server = server;
        this.patience = patience;
        this.watcher = watcher;
    }

    static boolean isToken(String text) {
        return text.matches(TOKEN);
    }

    /** Goes with every call from now on, and to this server only. */
    void authorize(String bearerToken) throws PlatformException {
        if (!isToken(bearerToken)) {
            throw new PlatformException("the token holds characters that no token has");
        }
        this.token = bearerToken;
    }

    /** A call without a body. */
    Reply call(String method, String path, Map<String, String> headers)
            throws PlatformException, InterruptedException {
        return call(method, path, headers, BodyPublishers.noBody(), patience);
    }

    /** A call that may be repeated safely; answers the first reply that is no passing failure. */
    Reply call(
            String method,
            String path,
            Map<String, String> headers,
            BodyPublisher body,
            Patience limit)
            throws PlatformException, InterruptedException {
        for (int failures = 1; ; failures++) {
            PlatformException why;
            try {
                Reply reply = once(method, path, headers, body);
                if (!reply.isPassing()) {
                    return reply;
                }
                why = reply.refusal();
            } catch (IOException e) {
                why = unreachable(e);
            }
            limit.pause(failures, why, watcher);
        }
    }

    /**
     * One attempt.
     *
     * @param path below the server, or an address of which only the path counts
     */
    Reply once(String method, String path, Map<String, String> headers, BodyPublisher body)
            throws IOException, InterruptedException {
        URI target = server.resolve(URI.create(path).getRawPath());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).timeout(LONGEST).method(method, body);
        headers.forEach(request::setHeader);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        String call = method + " " + target.getPath();
        var answer = BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER);
        return new Reply(call, client.send(request.build(), answer));
    }

    /** The server is none of ours, as {@code what} shows. */
    PlatformException foreign(String what) {
        return PlatformException.foreign(server.getAuthority(), what);
    }

    /** Says in words what Java says in a class name. */
    PlatformException unreachable(IOException e) {
        if (e instanceof ProtocolException) {
            return foreign("it does not speak HTTP");
        }
        String host = server.getAuthority();
        String sentence =
                switch (e) {
                    case ConnectException c when isUnknownHost(c) ->
                            "there is no server named %s: check --server";
                    case ConnectException c -> "no server answers at %s";
                    case HttpTimeoutException t -> "the server %s does not answer in time";
                    default -> "the connection to %s broke";
                };
        return new PlatformException(
                sentence.formatted(host) + "; run the same command again to go on", e);
    }

    private static boolean isUnknownHost(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException || t instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.close();
    }
}
