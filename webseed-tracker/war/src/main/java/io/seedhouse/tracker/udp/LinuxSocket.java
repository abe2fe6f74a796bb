package io.seedhouse.tracker.udp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The six calls of the C library that a UDP socket takes on Linux, as the kernel's manual has them
 * (socket(2), bind(2), recvmmsg(2), sendmmsg(2), socket(7), ipv6(7)). Numbers are those of x86-64
 * and AArch64.
 */
final class LinuxSocket {
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
    static final int SOL_SOCKET = 1;
    static final int SO_RCVBUF = 8;
    static final int SO_RCVTIMEO = 20;
    static final int IPPROTO_IP = 0;
    static final int IP_PKTINFO = 8;
    static final int IPPROTO_IPV6 = 41;
    static final int IPV6_V6ONLY = 26;
    static final int IPV6_RECVPKTINFO = 49;
    static final int MSG_TRUNC = 0x20;
    static final int MSG_DONTWAIT = 0x40;
    static final int MSG_WAITFORONE = 0x10000;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EADDRINUSE = 98;

    static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private LinuxSocket() {}

    /** Whether this machine is one of those the numbers are of. */
    static boolean isHere() {
        String machine = System.getProperty("os.arch");
        return System.getProperty("os.name").equals("Linux")
                && (machine.equals("amd64") || machine.equals("aarch64"))
                && Calls.FOUND;
    }

    static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    static int socket(MemorySegment state, int domain, int type) throws Throwable {
        return (int) Calls.SOCKET.invokeExact(state, domain, type, 0);
    }

    static int bind(MemorySegment state, int fd, MemorySegment address) throws Throwable {
        return (int) Calls.BIND.invokeExact(state, fd, address, (int) address.byteSize());
    }

    static int getsockname(MemorySegment state, int fd, MemorySegment address, MemorySegment size)
            throws Throwable {
        return (int) Calls.GETSOCKNAME.invokeExact(state, fd, address, size);
    }

    static int setsockopt(MemorySegment state, int fd, int level, int option, MemorySegment value)
            throws Throwable {
        return (int)
                Calls.SETSOCKOPT.invokeExact(
                        state, fd, level, option, value, (int) value.byteSize());
    }

    static int recvmmsg(MemorySegment state, int fd, MemorySegment messages, int count)
            throws Throwable {
        return (int)
                Calls.RECVMMSG.invokeExact(
                        state, fd, messages, count, MSG_WAITFORONE, MemorySegment.NULL);
    }

    static int sendmmsg(MemorySegment state, int fd, MemorySegment messages, int count)
            throws Throwable {
        return (int) Calls.SENDMMSG.invokeExact(state, fd, messages, count, MSG_DONTWAIT);
    }

    static int close(int fd) throws Throwable {
        return (int) Calls.CLOSE.invokeExact(fd);
    }

    /** Held apart so that machines without them can still ask {@link #isHere}. */
    private static final class Calls {
        private static final Linker LINKER = Linker.nativeLinker();
        private static final SymbolLookup LIBC = LINKER.defaultLookup();
        private static final boolean FOUND = LIBC.find("recvmmsg").isPresent();
        private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
        private static final MethodHandle BIND = call("bind", JAVA_INT, ADDRESS, JAVA_INT);
        private static final MethodHandle GETSOCKNAME =
                call("getsockname", JAVA_INT, ADDRESS, ADDRESS);
        private static final MethodHandle SETSOCKOPT =
                call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        private static final MethodHandle RECVMMSG =
                call("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        private static final MethodHandle SENDMMSG =
                call("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        private static final MethodHandle CLOSE =
                LINKER.downcallHandle(
                        LIBC.findOrThrow("close"), FunctionDescriptor.of(JAVA_INT, JAVA_INT));

        private Calls() {}

        private static MethodHandle call(String name, MemoryLayout... arguments) {
            return LINKER.downcallHandle(
                    LIBC.findOrThrow(name),
                    FunctionDescriptor.of(JAVA_INT, arguments),
                    Linker.Option.captureCallState("errno"));
        }
    }

    /** Layout of {@code struct mmsghdr}: offsets in bytes, 64 in all. */
    static final class Message {
        static final long BYTES = 64;
        static final long NAME = 0;
        static final long NAME_LENGTH = 8;
        static final long VECTOR = 16;
        static final long VECTORS = 24;
        static final long CONTROL = 32;
        static final long CONTROL_LENGTH = 40;
        static final long FLAGS = 48;
        static final long LENGTH = 56;

        private Message() {}

        /** Lets a message use a name and one vector; all three stand at fixed addresses. */
        static void prepare(MemorySegment messages, int i, long name, int nameLength, long vector) {
            long at = i * BYTES;
            messages.set(JAVA_LONG, at + NAME, name);
            messages.set(JAVA_INT, at + NAME_LENGTH, nameLength);
            messages.set(JAVA_LONG, at + VECTOR, vector);
            messages.set(JAVA_LONG, at + VECTORS, 1);
        }
    }
}
