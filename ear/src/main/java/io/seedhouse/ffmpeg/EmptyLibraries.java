package io.seedhouse.ffmpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes shared libraries with a name and nothing in them.
 *
 * <p>The bundled ffmpeg is linked against the screen and sound libraries of a desktop, for capture
 * devices that we never use; a server does not have them and the loader would refuse to start it.
 * The loader asks only that a library of that name exists: functions are looked up when first
 * called. An empty library is therefore enough, and keeps ffmpeg away from devices for good.
 *
 * <p>Layout (System V ABI, ELF-64, x86-64): header, three program headers, then symbol table (one
 * null entry), hash table, strings and the dynamic section, all in one loaded segment.
 */
final class EmptyLibraries {

    private static final List<String> NAMES =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SYMBOLS = HEADER + 3 * PROGRAM_HEADER;
    private static final int SYMBOL = 24;
    private static final int HASH = SYMBOLS + SYMBOL;
    private static final int STRINGS = HASH + 16;
    private static final int PAGE = 4096;

    private static final int READ_WRITE = 6;
    private static final int LOAD = 1;
    private static final int DYNAMIC = 2;
    private static final int STACK = 0x6474e551;

    private EmptyLibraries() {}

    /**
     * @param arguments the folder of the bundled ffmpeg
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (String name : NAMES) {
            Files.write(folder.resolve(name), library(name));
        }
    }

    static byte[] library(String name) {
        byte[] strings = ("\0" + name + "\0").getBytes(StandardCharsets.US_ASCII);
        int dynamic = (STRINGS + strings.length + 15) & ~15;
        long[] entries = {
            14, 1, 4, HASH, 5, STRINGS, 6, SYMBOLS, 10, strings.length, 11, SYMBOL, 0, 0
        };
        int size = dynamic + entries.length * 8;
        var elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        header(elf);
        segment(elf, LOAD, 0, size, PAGE);
        segment(elf, DYNAMIC, dynamic, entries.length * 8, 8);
        segment(elf, STACK, 0, 0, 16);
        elf.position(HASH).putInt(1).putInt(1); // one bucket, one chain, both empty
        elf.position(STRINGS).put(strings);
        elf.position(dynamic);
        for (long entry : entries) {
            elf.putLong(entry);
        }
        return elf.array();
    }

    private static void header(ByteBuffer elf) {
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).position(16);
        elf.putShort((short) 3).putShort((short) 62).putInt(1); // shared object, x86-64
        elf.putLong(0).putLong(HEADER).putLong(0).putInt(0); // no entry, no sections
        elf.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private static void segment(ByteBuffer elf, int type, long at, long size, long align) {
        elf.putInt(type).putInt(READ_WRITE);
        elf.putLong(at).putLong(at).putLong(at).putLong(size).putLong(size).putLong(align);
    }
}
