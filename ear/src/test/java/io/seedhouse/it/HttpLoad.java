package io.seedhouse.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server on this machine for one of many addresses, again and again, on bare sockets: a
 * client that did more would be measured along.
 *
 * @param requests whole requests as they go over the wire
 */
record HttpLoad(int port, List<byte[]> requests) {
    private static final int PATIENCE = 10_000;

    /** How a minute of visitors went; latency in milliseconds from when each meant to come. */
    record Minute(int visitors, int errors, double p50, double p99, double worst) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d visitors, %d errors, p50 %.1f ms, p99 %.1f ms, worst %.0f ms",
                    visitors,
                    errors,
                    p50,
                    p99,
                    worst);
        }
    }

    static byte[] get(String path, String... headers) {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * As many as come through on so many connections that ask again as soon as they have an answer.
     *
     * @return answers a second
     * @throws AssertionError where one answer is not 200
     */
    double closed(int connections, Duration time) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var counts = new ArrayList<Future<Long>>();
            for (int i = 0; i < connections; i++) {
                int seed = i;
                counts.add(pool.submit(() -> ask(new SplittableRandom(begin + seed), end)));
            }
            long answers = 0;
            for (Future<Long> count : counts) {
                answers += count.get();
            }
            return answers / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private long ask(SplittableRandom random, long end) throws IOException {
        long answers = 0;
        try (Socket socket = connect()) {
            var in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(requests.get(random.nextInt(requests.size())));
                int status = answer(in);
                if (status != 200) {
                    throw new AssertionError("answered " + status);
                }
                answers++;
            }
        }
        return answers;
    }

    /**
     * Each request once, on a connection of its own, spread at random over this time whatever
     * becomes of those before.
     */
    Minute open(Duration time) throws InterruptedException, ExecutionException {
        var random = new SplittableRandom(requests.size());
        long[] due = random.longs(requests.size(), 0, time.toNanos()).sorted().toArray();
        long begin = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = new ArrayList<Future<Double>>();
            for (int i = 0; i < due.length; i++) {
                long at = begin + due[i];
                byte[] request = requests.get(i);
                TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
                visits.add(pool.submit(() -> visit(request, at)));
            }
            double[] latencies = new double[visits.size()];
            int errors = 0;
            for (int i = 0; i < latencies.length; i++) {
                latencies[i] = visits.get(i).get();
                if (latencies[i] < 0) {
                    errors++;
                    latencies[i] = PATIENCE;
                }
            }
            Arrays.sort(latencies);
            return new Minute(
                    latencies.length,
                    errors,
                    latencies[latencies.length / 2],
                    latencies[latencies.length * 99 / 100],
                    latencies[latencies.length - 1]);
        }
    }

    /** Milliseconds, or less than nothing for an error. */
    private double visit(byte[] request, long due) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            int status = answer(new BufferedInputStream(socket.getInputStream()));
            return status == 200 ? (System.nanoTime() - due) / 1e6 : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Reads one whole answer and tells its status. */
    private static int answer(InputStream in) throws IOException {
        String line = line(in);
        int status = Integer.parseInt(line.substring(9, 12));
        int length = -1;
        while (!(line = line(in)).isEmpty()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without its length");
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(80);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new SocketException("cut off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
