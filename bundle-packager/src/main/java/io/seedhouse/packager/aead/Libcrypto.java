package io.seedhouse.packager.aead;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * OpenSSL 3's libcrypto through the foreign function interface: fast on every processor.
 *
 * <p>The calls are "critical": they work on Java's arrays in place, without a copy, and last some
 * ten microseconds each. A context lives for one message and is wiped by OpenSSL when freed.
 */
@SuppressWarnings("restricted")
final class Libcrypto implements Aead {
    private static final String LIBRARY = "libcrypto.so.3";
    private static final int GET_TAG = 0x10;
    private static final int SET_TAG = 0x11;

    private final MemorySegment cipher;
    private final MethodHandle newContext;
    private final MethodHandle freeContext;
    private final MethodHandle init;
    private final MethodHandle update;
    private final MethodHandle finish;
    private final MethodHandle control;

    private Libcrypto(Functions functions, MemorySegment cipher) {
        this.cipher = cipher;
        this.newContext = functions.plain("EVP_CIPHER_CTX_new", FunctionDescriptor.of(ADDRESS));
        this.freeContext =
                functions.plain("EVP_CIPHER_CTX_free", FunctionDescriptor.ofVoid(ADDRESS));
        this.init =
                functions.onArrays(
                        "EVP_CipherInit_ex", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        this.update =
                functions.onArrays(
                        "EVP_CipherUpdate", ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        this.finish = functions.onArrays("EVP_CipherFinal_ex", ADDRESS, ADDRESS, ADDRESS);
        this.control =
                functions.onArrays("EVP_CIPHER_CTX_ctrl", ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    }

    /** Empty where there is no OpenSSL 3, or one that may not do this cipher. */
    static Optional<Libcrypto> load() {
        try {
            Functions functions =
                    new Functions(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
            MemorySegment cipher = fetch(functions);
            return cipher.equals(MemorySegment.NULL)
                    ? Optional.empty()
                    : Optional.of(new Libcrypto(functions, cipher));
        } catch (IllegalArgumentException
                | IllegalCallerException
                | UnsupportedOperationException e) {
            return Optional.empty(); // no such library or function, or no leave to call it
        }
    }

    // Never freed: there is one for the life of the process.
    private static MemorySegment fetch(Functions functions) {
        MethodHandle fetch =
                functions.plain(
                        "EVP_CIPHER_fetch",
                        FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("ChaCha20-Poly1305");
            return (MemorySegment) fetch.invokeExact(MemorySegment.NULL, name, MemorySegment.NULL);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public ByteBuffer buffer(int capacity) {
        return ByteBuffer.allocateDirect(capacity);
    }

    @Override
    public int seal(
            byte[] key,
            byte[] nonce,
            ByteBuffer clear,
            int offset,
            int length,
            byte[] out,
            int outOffset) {
        try {
            MemorySegment context = context();
            try {
                begin(context, key, nonce, 1);
                MemorySegment target = segment(out, outOffset, length + TAG);
                transform(
                        context,
                        MemorySegment.ofBuffer(clear.slice(offset, length)),
                        length,
                        target);
                MemorySegment tag = target.asSlice(length);
                check((int) finish.invokeExact(context, tag, counter()));
                check((int) control.invokeExact(context, GET_TAG, TAG, tag));
                return length + TAG;
            } finally {
                freeContext.invokeExact(context);
            }
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public int open(byte[] key, byte[] nonce, byte[] sealed, int length, byte[] out) {
        int plain = length - TAG;
        try {
            MemorySegment context = context();
            try {
                begin(context, key, nonce, 0);
                transform(context, segment(sealed, 0, plain), plain, segment(out, 0, plain));
                check(
                        (int)
                                control.invokeExact(
                                        context, SET_TAG, TAG, segment(sealed, plain, TAG)));
                return (int) finish.invokeExact(context, segment(new byte[TAG], 0, TAG), counter())
                                == 1
                        ? plain
                        : -1;
            } finally {
                freeContext.invokeExact(context);
            }
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private MemorySegment context() throws Throwable {
        MemorySegment context = (MemorySegment) newContext.invokeExact();
        if (context.equals(MemorySegment.NULL)) {
            throw new OutOfMemoryError("libcrypto cannot make a context");
        }
        return context;
    }

    private void begin(MemorySegment context, byte[] key, byte[] nonce, int encrypt)
            throws Throwable {
        MemorySegment keyBytes = segment(key, 0, KEY);
        MemorySegment nonceBytes = segment(nonce, 0, NONCE);
        check(
                (int)
                        init.invokeExact(
                                context,
                                cipher,
                                MemorySegment.NULL,
                                keyBytes,
                                nonceBytes,
                                encrypt));
    }

    private void transform(MemorySegment context, MemorySegment from, int length, MemorySegment to)
            throws Throwable {
        if (length > 0) {
            check((int) update.invokeExact(context, to, counter(), from, length));
        }
    }

    /** Checks the bounds, which C does not. */
    private static MemorySegment segment(byte[] bytes, int offset, int length) {
        return MemorySegment.ofArray(bytes).asSlice(offset, length);
    }

    /** Where OpenSSL says how much it wrote; a stream cipher writes what it is given. */
    private static MemorySegment counter() {
        return MemorySegment.ofArray(new int[1]);
    }

    private static void check(int status) {
        if (status != 1) {
            throw new IllegalStateException("libcrypto refuses ChaCha20-Poly1305");
        }
    }

    private static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }

    private record Functions(SymbolLookup library) {
        MethodHandle plain(String name, FunctionDescriptor type) {
            return Linker.nativeLinker().downcallHandle(address(name), type);
        }

        /** Takes Java's arrays and answers a status. */
        MethodHandle onArrays(String name, java.lang.foreign.MemoryLayout... parameters) {
            return Linker.nativeLinker()
                    .downcallHandle(
                            address(name),
                            FunctionDescriptor.of(JAVA_INT, parameters),
                            Linker.Option.critical(true));
        }

        private MemorySegment address(String name) {
            return library.find(name)
                    .orElseThrow(() -> new IllegalArgumentException("libcrypto lacks " + name));
        }
    }
}
