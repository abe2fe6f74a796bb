package io.seedhouse.packager.start;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Hands arguments to a second Java whole. In a locale that is not UTF-8 the first one has lost
 * every character beyond ASCII, so on Linux they are read again from the kernel, as bytes, and go
 * by the environment, in base64.
 */
final class Arguments {
    static final String VARIABLE = "SEEDHOUSE_ARGUMENTS";

    /** Linux takes no string of more than 128 KiB. */
    private static final int MOST = 90 * 1024;

    private static final File KERNEL = new File("/proc/self/cmdline");

    private Arguments() {}

    static void hand(String[] args, ProcessBuilder second) throws IOException {
        byte[] bytes = KERNEL.canRead() ? asTyped(args.length) : terminated(args);
        boolean fits = bytes.length <= MOST;
        second.environment().put(VARIABLE, fits ? Base64.getEncoder().encodeToString(bytes) : "");
        if (!fits) {
            second.command().addAll(Arrays.asList(args));
        }
    }

    /** What was handed over, where that is anything; else what stands on the command line. */
    static String[] received(String handed, String[] args) {
        if (handed == null || handed.isEmpty()) {
            return args;
        }
        byte[] bytes = Base64.getDecoder().decode(handed);
        List<String> texts = new ArrayList<String>();
        for (byte[] part : parts(bytes)) {
            texts.add(new String(part, StandardCharsets.UTF_8));
        }
        return texts.toArray(new String[0]);
    }

    /** The last arguments of this process, each ended by a zero byte. */
    private static byte[] asTyped(int count) throws IOException {
        List<byte[]> all = parts(Files.readAllBytes(KERNEL.toPath()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : all.subList(all.size() - count, all.size())) {
            bytes.write(part);
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    private static byte[] terminated(String[] args) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String arg : args) {
            bytes.write(arg.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> parts(byte[] bytes) {
        List<byte[]> parts = new ArrayList<byte[]>();
        int start = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                parts.add(Arrays.copyOfRange(bytes, start, at));
                start = at + 1;
            }
        }
        return parts;
    }
}
