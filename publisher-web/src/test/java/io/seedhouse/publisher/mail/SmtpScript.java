package io.seedhouse.publisher.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as it is told, by the first word of a command. */
final class SmtpScript implements AutoCloseable {
    /** An answer that never comes. */
    static final String SILENCE = "";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ServerSocket door;

    /** Messages that were taken, or would have been. */
    final List<String> mails = new CopyOnWriteArrayList<>();

    SmtpScript() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    /**
     * @param command such as RCPT; GREETING for the first line, END for the end of a message
     */
    SmtpScript answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket client) {
        try (client;
                var in =
                        new BufferedReader(
                                new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
            say(client, "GREETING", "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                if (command.equals("DATA") && !answers.containsKey("DATA")) {
                    say(client, "DATA", "354 go on");
                    mails.add(message(in));
                    say(client, "END", "250 2.0.0 taken");
                } else {
                    say(client, command, command.equals("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException cutOff) {
            // as a client may
        }
    }

    private void say(Socket client, String command, String usual) throws IOException {
        String answer = answers.getOrDefault(command, usual);
        if (!answer.equals(SILENCE)) {
            OutputStream out = client.getOutputStream();
            out.write((answer + "\r\n").getBytes(ISO_8859_1));
            out.flush();
        }
    }

    private static String message(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
