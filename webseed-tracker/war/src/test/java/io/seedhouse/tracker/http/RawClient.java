package io.seedhouse.tracker.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends request lines that well-behaved HTTP libraries refuse to send. */
public record RawClient(int port) {

    /** A response as it came, header names in lower case. */
    public record Response(int status, Map<String, String> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public String text() {
            return new String(body, ISO_8859_1);
        }
    }

    public Response get(String target, String... headers) throws IOException {
        return send("GET", target, headers);
    }

    public Response send(String method, String target, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            StringBuilder request =
                    new StringBuilder(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(ISO_8859_1));
            return parse(socket.getInputStream().readAllBytes());
        }
    }

    /** Sends requests all at once, the last of which closes; all answers as they came. */
    public String pipelined(String requests) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            Thread sender = Thread.startVirtualThread(() -> send(socket, requests));
            String answers = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            sender.interrupt();
            return answers;
        }
    }

    private static void send(Socket socket, String requests) {
        try {
            socket.getOutputStream().write(requests.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response parse(byte[] bytes) {
        String all = new String(bytes, ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        String[] lines = all.substring(0, end).split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        return new Response(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
    }
}
