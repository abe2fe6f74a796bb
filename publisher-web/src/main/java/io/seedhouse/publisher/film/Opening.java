package io.seedhouse.publisher.film;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What we read of a file ourselves: the order of an MP4's boxes (ISO/IEC 14496-12, section 4.2),
 * and whether its first bytes are those of a text in angle brackets, such as SVG or HTML.
 */
public final class Opening {
    /** More than any film has at the top level; a fragmented one has its index in front. */
    private static final int MOST_BOXES = 1000;

    private static final int START = 256;

    private Opening() {}

    /**
     * How the boxes of an MP4 lie.
     *
     * @param indexFirst whether the index comes before the media; null where one of them is missing
     * @param cut whether the last box is longer than what is left of the file
     */
    record Order(@Nullable Boolean indexFirst, boolean cut) {}

    static Order order(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            long at = 0;
            Boolean indexFirst = null;
            boolean half = false;
            for (int i = 0; i < MOST_BOXES && at + 8 <= in.size(); i++) {
                ByteBuffer head = read(in, at, 16);
                long length = Integer.toUnsignedLong(head.getInt());
                String type = four(head);
                if (type.equals("moov") || type.equals("mdat")) {
                    indexFirst = half ? indexFirst : Boolean.valueOf(type.equals("moov"));
                    half = true;
                }
                long whole = length == 1 && head.remaining() >= 8 ? head.getLong() : length;
                if (whole < 8 || at + whole < at) {
                    return new Order(indexFirst, false);
                }
                at += whole;
            }
            return new Order(indexFirst, at > in.size());
        }
    }

    /** Whether it says that it is WebM, not Matroska of another kind. */
    static boolean isWebm(Path file) throws IOException {
        return start(file).contains("webm");
    }

    /** The major brand of an MP4 or QuickTime file, such as {@code isom} or {@code avif}. */
    static String brand(Path file) throws IOException {
        String start = start(file);
        return start.length() >= 12 && start.startsWith("ftyp", 4) ? start.substring(8, 12) : "";
    }

    /** Whether it begins as an MP4, a QuickTime or a Matroska file does. */
    static boolean isContainer(Path file) throws IOException {
        return !brand(file).isEmpty() || start(file).startsWith("\u001aE\u00df\u00a3");
    }

    /** Whether it begins as SVG, HTML and XML do; a browser might run scripts that it holds. */
    public static boolean isMarkup(Path file) throws IOException {
        return start(file)
                .replace("\u00ef\u00bb\u00bf", "")
                .replace("\u00ff\u00fe", "")
                .replace("\u00fe\u00ff", "")
                .replace("\0", "")
                .stripLeading()
                .startsWith("<");
    }

    /** The first bytes, each as the character of its number. */
    private static String start(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            ByteBuffer head = read(in, 0, START);
            return new String(head.array(), 0, head.limit(), StandardCharsets.ISO_8859_1);
        }
    }

    private static ByteBuffer read(FileChannel in, long at, int most) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(most);
        while (head.hasRemaining() && in.read(head, at + head.position()) > 0) {
            // on to the rest
        }
        return head.flip();
    }

    private static String four(ByteBuffer head) {
        byte[] type = new byte[4];
        head.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}
