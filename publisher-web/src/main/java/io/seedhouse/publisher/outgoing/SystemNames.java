package io.seedhouse.publisher.outgoing;

import static io.seedhouse.publisher.language.Say.say;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the machine's own resolver, which knows no time limit: each look-up has a thread that is
 * left to itself after five seconds, and there are at most so many of them.
 */
public final class SystemNames implements Names, AutoCloseable {
    private static final int SECONDS = 5;
    private static final int MOST = 32;

    private final ThreadPoolExecutor threads;

    public SystemNames(ThreadFactory factory) {
        threads =
                new ThreadPoolExecutor(
                        0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    @Override
    public List<InetAddress> of(String host) throws IOException {
        try {
            return await(threads.submit(() -> List.of(InetAddress.getAllByName(host))));
        } catch (RejectedExecutionException full) {
            throw new Refusal(say("webhook.fault.names"));
        }
    }

    private static List<InetAddress> await(Future<List<InetAddress>> answer) throws IOException {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Refusal(say("webhook.fault.slow-name", SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(say("webhook.fault.stopping"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
