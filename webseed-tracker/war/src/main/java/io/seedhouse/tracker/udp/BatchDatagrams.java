package io.seedhouse.tracker.udp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.seedhouse.tracker.udp.LinuxSocket.Message;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;

/**
 * Datagrams in batches, through {@code recvmmsg} and {@code sendmmsg}. A system call costs more
 * than an announce, so this is where the speed comes from.
 *
 * <p>All memory that the system reads and writes is laid out once: a message, a vector, a name and
 * a buffer for each of a batch, coming in and going out. An answer's message borrows the name of
 * its request.
 */
final class BatchDatagrams implements Datagrams {
    private static final int BATCH = 64;
    private static final int NAME = 28; // struct sockaddr_in6; sockaddr_in has 16
    private static final int ROOM = 32;

    /** Room for one control message that holds a struct in_pktinfo or in6_pktinfo. */
    private static final int CONTROL = 64;

    private static final int BUFFER = Answerer.LONGEST_REQUEST;

    private final Arena memory = Arena.ofShared();
    private final MemorySegment state = memory.allocate(LinuxSocket.STATE);
    private final MemorySegment messages = memory.allocate(BATCH * Message.BYTES, 64);
    private final MemorySegment vectors = memory.allocate(BATCH * 16L, 64);
    private final MemorySegment names = memory.allocate((long) BATCH * ROOM, 64);
    private final MemorySegment requests = memory.allocate((long) BATCH * BUFFER, 64);
    private final MemorySegment answers = memory.allocate(BATCH * Message.BYTES, 64);
    private final MemorySegment answerVectors = memory.allocate(BATCH * 16L, 64);
    private final MemorySegment bodies = memory.allocate((long) BATCH * BUFFER, 64);
    private final MemorySegment controls = memory.allocate((long) BATCH * CONTROL, 64);
    private final Sender sender = new Sender();
    private final boolean v6;
    private boolean anyAddress;
    private final int fd;
    private boolean closed;

    private BatchDatagrams(boolean v6) throws IOException {
        this.v6 = v6;
        int domain = v6 ? LinuxSocket.AF_INET6 : LinuxSocket.AF_INET;
        this.fd =
                check(
                        "socket",
                        () -> LinuxSocket.socket(state, domain, LinuxSocket.SOCK_DGRAM_CLOEXEC));
        for (int i = 0; i < BATCH; i++) {
            long vector = 16L * i;
            Message.prepare(
                    messages,
                    i,
                    names.address() + (long) i * ROOM,
                    NAME,
                    vectors.address() + vector);
            Message.prepare(answers, i, 0, v6 ? NAME : 16, answerVectors.address() + vector);
            vectors.set(JAVA_LONG, vector, requests.address() + (long) i * BUFFER);
            vectors.set(JAVA_LONG, vector + 8, BUFFER);
        }
    }

    static BatchDatagrams bind(InetSocketAddress address) throws IOException {
        boolean v6 = address.getAddress() instanceof Inet6Address;
        BatchDatagrams socket = new BatchDatagrams(v6);
        try {
            socket.configure();
            if (address.getAddress().isAnyLocalAddress()) {
                socket.askForDestinations();
            }
            socket.bindTo(address);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** An option that the system will not grant costs speed, not service. */
    private void configure() throws IOException {
        MemorySegment number = memory.allocate(JAVA_INT);
        number.set(JAVA_INT, 0, RECEIVE_BUFFER);
        option(LinuxSocket.SOL_SOCKET, LinuxSocket.SO_RCVBUF, number);
        if (v6) {
            number.set(JAVA_INT, 0, 0);
            option(LinuxSocket.IPPROTO_IPV6, LinuxSocket.IPV6_V6ONLY, number);
        }
        MemorySegment time = memory.allocate(16, 8);
        time.set(JAVA_LONG, 8, PATIENCE_MILLIS * 1000L);
        option(LinuxSocket.SOL_SOCKET, LinuxSocket.SO_RCVTIMEO, time);
    }

    /**
     * A server with several addresses must answer from the one it was asked at, or the answer gets
     * through no gateway. So each request comes with that address in a control message (ip(7),
     * ipv6(7)), which its answer carries back.
     */
    private void askForDestinations() throws IOException {
        anyAddress = true;
        MemorySegment on = memory.allocate(JAVA_INT);
        on.set(JAVA_INT, 0, 1);
        if (v6) {
            option(LinuxSocket.IPPROTO_IPV6, LinuxSocket.IPV6_RECVPKTINFO, on);
        } else {
            option(LinuxSocket.IPPROTO_IP, LinuxSocket.IP_PKTINFO, on);
        }
        for (int i = 0; i < BATCH; i++) {
            long control = controls.address() + (long) i * CONTROL;
            messages.set(JAVA_LONG, i * Message.BYTES + Message.CONTROL, control);
            messages.set(JAVA_LONG, i * Message.BYTES + Message.CONTROL_LENGTH, CONTROL);
        }
    }

    /** Lets an answer leave from where its request arrived, by whatever interface leads there. */
    private void answerFromWhereAsked(long message, int i, long answer) {
        long length = messages.get(JAVA_LONG, message + Message.CONTROL_LENGTH);
        long control = (long) i * CONTROL;
        controls.set(JAVA_INT, control + (v6 ? 32 : 16), 0); // the interface's number
        answers.set(JAVA_LONG, answer + Message.CONTROL, controls.address() + control);
        answers.set(JAVA_LONG, answer + Message.CONTROL_LENGTH, length);
        messages.set(JAVA_LONG, message + Message.CONTROL_LENGTH, CONTROL);
    }

    private void option(int level, int option, MemorySegment value) throws IOException {
        check("setsockopt", () -> LinuxSocket.setsockopt(state, fd, level, option, value));
    }

    private void bindTo(InetSocketAddress address) throws IOException {
        MemorySegment name = memory.allocate(v6 ? NAME : 16, 8);
        name.set(JAVA_SHORT, 0, (short) (v6 ? LinuxSocket.AF_INET6 : LinuxSocket.AF_INET));
        name.set(
                JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN).withByteAlignment(1),
                2,
                (short) address.getPort());
        byte[] bytes = address.getAddress().getAddress();
        MemorySegment.copy(bytes, 0, name, ValueLayout.JAVA_BYTE, v6 ? 8 : 4, bytes.length);
        check("bind", () -> LinuxSocket.bind(state, fd, name));
    }

    @Override
    public int port() {
        MemorySegment size = memory.allocate(JAVA_INT);
        size.set(JAVA_INT, 0, NAME);
        MemorySegment name = memory.allocate(NAME, 8);
        try {
            check("getsockname", () -> LinuxSocket.getsockname(state, fd, name, size));
        } catch (IOException e) {
            throw new IllegalStateException("the socket is closed", e);
        }
        return name.get(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), 2) & 0xffff;
    }

    @Override
    public int serve(Answerer answerer) throws IOException {
        int received = receive();
        answerer.turn();
        int answered = 0;
        for (int i = 0; i < received; i++) {
            answered += answer(answerer, i, answered) ? 1 : 0;
            messages.set(JAVA_INT, i * Message.BYTES + Message.NAME_LENGTH, NAME);
        }
        send(answered);
        return received;
    }

    private boolean answer(Answerer answerer, int i, int place) {
        long message = i * Message.BYTES;
        long name = (long) i * ROOM;
        if (v6) {
            sender.v6(names, name + 8);
        } else {
            sender.v4(names, name + 4);
        }
        boolean cut =
                (messages.get(JAVA_INT, message + Message.FLAGS) & LinuxSocket.MSG_TRUNC) != 0;
        int length = cut ? BUFFER + 1 : messages.get(JAVA_INT, message + Message.LENGTH);
        long body = (long) place * BUFFER;
        int written = answerer.answer(requests, (long) i * BUFFER, length, sender, bodies, body);
        if (anyAddress) {
            answerFromWhereAsked(message, i, place * Message.BYTES);
        }
        if (written == 0) {
            return false;
        }
        answers.set(JAVA_LONG, place * Message.BYTES + Message.NAME, names.address() + name);
        answerVectors.set(JAVA_LONG, 16L * place, bodies.address() + body);
        answerVectors.set(JAVA_LONG, 16L * place + 8, written);
        return true;
    }

    private int receive() throws IOException {
        try {
            int received = LinuxSocket.recvmmsg(state, fd, messages, BATCH);
            if (received < 0) {
                int errno = LinuxSocket.errno(state);
                if (errno != LinuxSocket.EAGAIN && errno != LinuxSocket.EINTR) {
                    throw new IOException("recvmmsg failed with error " + errno);
                }
            }
            return Math.max(0, received);
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("recvmmsg cannot be called", e);
        }
    }

    /**
     * An answer that cannot be sent is dropped, as the network would drop it; when the system's
     * buffer is full, so is the rest. Waiting for room would keep everybody waiting.
     */
    private void send(int count) {
        int sent = 0;
        try {
            while (sent < count) {
                int more =
                        LinuxSocket.sendmmsg(
                                state, fd, answers.asSlice(sent * Message.BYTES), count - sent);
                if (more < 0 && LinuxSocket.errno(state) == LinuxSocket.EAGAIN) {
                    return;
                }
                sent += Math.max(1, more);
            }
        } catch (Throwable e) {
            throw new LinkageError("sendmmsg cannot be called", e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            int ignored = LinuxSocket.close(fd);
        } catch (Throwable e) {
            throw new LinkageError("close cannot be called", e);
        } finally {
            memory.close();
        }
    }

    /** A call that answers a negative number when it fails. */
    private interface Call {
        int made() throws Throwable;
    }

    private int check(String name, Call call) throws IOException {
        int result;
        try {
            result = call.made();
        } catch (Throwable e) {
            throw new LinkageError(name + " cannot be called", e);
        }
        if (result < 0) {
            int errno = LinuxSocket.errno(state);
            throw errno == LinuxSocket.EADDRINUSE
                    ? new BindException("Address already in use")
                    : new IOException(name + " failed with error " + errno);
        }
        return result;
    }
}
