package io.seedhouse.publisher.outgoing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePostTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final byte[] BODY = "{\"été\":1}".getBytes(UTF_8);
    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor();

    @TempDir static Path folder;
    private static SSLContext tls;

    @BeforeAll
    static void certificate() {
        tls = TestTls.in(folder);
    }

    @AfterAll
    static void stop() {
        CLOCK.shutdownNow();
    }

    @Test
    void postsByHttpsToTheNameOfTheCertificate() {
        try (Receiver receiver = new Receiver(tls)) {
            Target target = new Target(true, "hooks.example", receiver.port(), "/in?a=b");
            assertEquals(new Sent.Answered(204), post(target, host -> List.of(HERE)));
            Receiver.Got got = receiver.all.getFirst();
            assertEquals("POST", got.exchange().getRequestMethod());
            assertEquals("/in?a=b", got.path());
            assertEquals("hooks.example:" + receiver.port(), got.header("Host"));
            assertEquals("said", got.header("x-said"));
            assertArrayEquals(BODY, got.body());
        }
    }

    @Test
    void refusesACertificateForAnotherName() {
        try (Receiver receiver = new Receiver(tls)) {
            Target target = new Target(true, "other.example", receiver.port(), "/");
            assertFails("certificate", post(target, host -> List.of(HERE)));
            assertTrue(receiver.all.isEmpty());
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        try (Receiver receiver = new Receiver(tls)) {
            Target target = new Target(true, "hooks.example", receiver.port(), "/");
            SafePost suspicious =
                    new SafePost(
                            Reach.LOOPBACK_TOO,
                            host -> List.of(HERE),
                            (SSLSocketFactory) SSLSocketFactory.getDefault(),
                            CLOCK);
            assertFails("certificate", suspicious.post(target, Map.of(), BODY));
            assertTrue(receiver.all.isEmpty());
        }
    }

    @Test
    void asksForTheNameOnceSoThatItCannotLeadElsewhereASecondLater() {
        try (Receiver receiver = new Receiver(tls)) {
            var asked = new AtomicInteger();
            Names rebinding =
                    host ->
                            List.of(
                                    asked.getAndIncrement() == 0
                                            ? InetAddress.ofLiteral("192.0.2.1")
                                            : HERE);
            Target target = new Target(true, "hooks.example", receiver.port(), "/");
            assertFails("not public", post(Reach.PUBLIC, target, rebinding));
            assertEquals(1, asked.get());
            assertTrue(receiver.all.isEmpty());
        }
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndAsksNobodyAgain() {
        try (Receiver receiver = new Receiver(tls)) {
            var asked = new AtomicInteger();
            Names once =
                    host -> {
                        assertEquals(1, asked.incrementAndGet());
                        return List.of(HERE);
                    };
            Target target = new Target(true, "hooks.example", receiver.port(), "/");
            assertEquals(new Sent.Answered(204), post(target, once));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::7"})
    void refusesANameWithOnePrivateAddressAmongPublicOnes(String address) {
        Names mixed =
                host -> List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral(address));
        Target target = new Target(true, "hooks.example", 443, "/");
        assertFails("not public", post(Reach.PUBLIC, target, mixed));
    }

    @Test
    void refusesANumberThatIsNotPublicWithoutALookUp() {
        Target target = new Target(true, "10.0.0.7", 443, "/");
        assertFails("not public", post(Reach.PUBLIC, target, SafePostTest::nobody));
    }

    @Test
    void sendsNothingUnencryptedToOtherMachines() {
        Target target = new Target(false, "localhost", 80, "/");
        Names misled = host -> List.of(InetAddress.ofLiteral("1.1.1.1"));
        assertFails("not public", post(target, misled));
    }

    @Test
    void saysThatANameIsNotKnown() {
        Target target = new Target(true, "hooks.example", 443, "/");
        assertFails("not known", post(target, SafePostTest::nobody));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, HERE)) {
            free = socket.getLocalPort();
        }
        assertFails("Nobody listens", post(plain(free), SafePostTest::nobody));
    }

    @Test
    void goesOnToTheNextAddressWhereTheFirstDoesNotAnswer() {
        try (Receiver receiver = new Receiver(tls)) {
            Target target = new Target(true, "hooks.example", receiver.port(), "/");
            Names two = host -> List.of(InetAddress.ofLiteral("127.0.0.2"), HERE);
            assertEquals(new Sent.Answered(204), post(target, two));
        }
    }

    @Test
    void followsNoRedirect() {
        try (Receiver receiver = new Receiver();
                Receiver elsewhere = new Receiver()) {
            receiver.location = elsewhere.at("/");
            receiver.answers = got -> 307;
            Target target = plain(receiver.port());
            assertEquals(new Sent.Answered(307), post(target, SafePostTest::nobody));
            assertTrue(elsewhere.all.isEmpty());
        }
    }

    @Test
    void readsTheStatusBehindOnesThatOnlyAnnounceIt() throws IOException {
        String answer = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 202 Accepted\r\n\r\n";
        assertEquals(new Sent.Answered(202), answered(answer));
    }

    @Test
    void takesAnAnswerWithoutWaitingForTheEndOfItsBody() throws IOException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\nand no more";
        assertEquals(new Sent.Answered(200), answered(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 999 x\r\n\r\n",
                "HTTP/1.1 2000 x\r\n\r\n"
            })
    void refusesWhatIsNoHttp(String answer) throws IOException {
        assertFails("no HTTP", answered(answer));
    }

    @Test
    void refusesAHeadWithoutEnd() throws IOException {
        assertFails("8 KiB", answered("HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000)));
        assertFails("8 KiB", answered("HTTP/1.1 100 Continue\r\n\r\n".repeat(400)));
    }

    @Test
    void isCutOffWhenTheOtherSideHangs() throws IOException {
        assertFails("longer than 1 second", answered(""));
        assertFails("longer than 1 second", answered("HTTP/1.1 200 OK\r\n"));
    }

    /** Says something and then nothing more, without closing. */
    private static Sent answered(String words) throws IOException {
        try (var door = new ServerSocket(0, 1, HERE)) {
            Thread.ofVirtual().start(() -> say(door, words));
            SafePost post =
                    new SafePost(
                            Reach.LOOPBACK_TOO,
                            SafePostTest::nobody,
                            tls.getSocketFactory(),
                            CLOCK,
                            Duration.ofSeconds(1));
            return post.post(plain(door.getLocalPort()), Map.of(), BODY);
        }
    }

    private static void say(ServerSocket door, String words) {
        try (Socket client = door.accept()) {
            OutputStream out = client.getOutputStream();
            out.write(words.getBytes(US_ASCII));
            out.flush();
            client.getInputStream().readAllBytes();
        } catch (IOException cutOff) {
            // as the other side may
        }
    }

    private static Target plain(int port) {
        return new Target(false, "127.0.0.1", port, "/");
    }

    private static Sent post(Target target, Names names) {
        return post(Reach.LOOPBACK_TOO, target, names);
    }

    private static Sent post(Reach reach, Target target, Names names) {
        return new SafePost(reach, names, tls.getSocketFactory(), CLOCK)
                .post(target, Map.of("x-said", "said"), BODY);
    }

    private static List<InetAddress> nobody(String host) throws UnknownHostException {
        throw new UnknownHostException();
    }

    private static void assertFails(String part, Sent sent) {
        assertTrue(
                sent instanceof Sent.Failed failed && failed.reason().contains(part),
                sent.toString());
    }
}
