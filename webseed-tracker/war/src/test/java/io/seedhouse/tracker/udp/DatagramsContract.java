package io.seedhouse.tracker.udp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.tracker.swarm.Family;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What both kinds of socket do. */
interface DatagramsContract {
    InetAddress V4 = InetAddress.ofLiteral("127.0.0.1");
    InetAddress V6 = InetAddress.ofLiteral("::1");

    Datagrams bind(InetSocketAddress address) throws IOException;

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1, V4", "::1, ::1, V6", "::, ::1, V6", "::, 127.0.0.1, V4"})
    default void answersEachInPlaceAndKnowsWhereItCameFrom(
            String bound, String client, Family family) throws Exception {
        Echo echo = new Echo();
        try (UdpServer server = start(bound, echo);
                DatagramSocket socket = client(client)) {
            byte[] request = new byte[1400];
            Arrays.fill(request, (byte) 7);
            send(socket, client, server.port(), request);
            assertArrayEquals(request, receive(socket));
            assertEquals(family, echo.family.get());
            assertArrayEquals(InetAddress.ofLiteral(client).getAddress(), echo.address.get());
        }
    }

    @Test
    default void answersManyThatComeAtOnceEachWithItsOwn() throws Exception {
        try (UdpServer server = start("127.0.0.1", new Echo());
                DatagramSocket socket = client("127.0.0.1")) {
            Set<Integer> expected = new HashSet<>();
            Set<Integer> answered = new HashSet<>();
            for (int i = 1; i <= 200; i++) {
                send(socket, "127.0.0.1", server.port(), new byte[i]);
                expected.add(i);
            }
            for (int i = 0; i < 200; i++) {
                answered.add(receive(socket).length);
            }
            assertEquals(expected, answered);
        }
    }

    @Test
    default void tellsThatADatagramWasTooLongAndThenGoesOn() throws Exception {
        Echo echo = new Echo();
        try (UdpServer server = start("127.0.0.1", echo);
                DatagramSocket socket = client("127.0.0.1")) {
            send(socket, "127.0.0.1", server.port(), new byte[Answerer.LONGEST_REQUEST + 1]);
            send(socket, "127.0.0.1", server.port(), new byte[60_000]);
            send(socket, "127.0.0.1", server.port(), new byte[0]);
            send(socket, "127.0.0.1", server.port(), new byte[3]);
            assertEquals(3, receive(socket).length);
            assertEquals(2, echo.tooLong.get());
        }
    }

    @Test
    default void goesOnWhenAClientIsGoneBeforeItsAnswer() throws Exception {
        try (UdpServer server = start("127.0.0.1", new Echo())) {
            for (int i = 0; i < 50; i++) {
                try (DatagramSocket gone = client("127.0.0.1")) {
                    send(gone, "127.0.0.1", server.port(), new byte[9]);
                }
            }
            try (DatagramSocket socket = client("127.0.0.1")) {
                send(socket, "127.0.0.1", server.port(), new byte[5]);
                assertEquals(5, receive(socket).length);
            }
        }
    }

    @Test
    default void saysThatAPortIsTakenAndFreesItsOwn() throws Exception {
        int port;
        try (UdpServer server = start("127.0.0.1", new Echo())) {
            port = server.port();
            assertTrue(port > 0);
            assertThrows(BindException.class, () -> bind(new InetSocketAddress(V4, port)).close());
        }
        bind(new InetSocketAddress(V4, port)).close();
    }

    private UdpServer start(String address, Answerer answerer) throws IOException {
        return UdpServer.start(
                bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0)), answerer);
    }

    private static DatagramSocket client(String address) throws IOException {
        DatagramSocket socket =
                new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        socket.setSoTimeout(10_000);
        socket.setReceiveBufferSize(1 << 20);
        return socket;
    }

    private static void send(DatagramSocket socket, String to, int port, byte[] bytes)
            throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral(to), port));
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** Sends back what it got. */
    final class Echo implements Answerer {
        final AtomicReference<Family> family = new AtomicReference<>();
        final AtomicReference<byte[]> address = new AtomicReference<>();
        final AtomicInteger tooLong = new AtomicInteger();

        @Override
        public void turn() {}

        @Override
        public int answer(
                MemorySegment in, long at, int length, Sender from, MemorySegment out, long outAt) {
            if (length > LONGEST_REQUEST) {
                tooLong.incrementAndGet();
                return 0;
            }
            family.set(from.family);
            address.set(Arrays.copyOf(from.address, from.family.addressBytes()));
            MemorySegment.copy(
                    in, ValueLayout.JAVA_BYTE, at, out, ValueLayout.JAVA_BYTE, outAt, length);
            return length;
        }
    }
}
