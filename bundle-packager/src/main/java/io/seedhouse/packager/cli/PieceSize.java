package io.seedhouse.packager.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 1048576}, {@code 1M}, {@code 1MiB} or {@code 512k}. */
final class PieceSize implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        String small = text.toLowerCase(Locale.ROOT).replaceFirst("i?b$", "");
        int shift = small.endsWith("k") ? 10 : small.endsWith("m") ? 20 : 0;
        String digits = shift == 0 ? small : small.substring(0, small.length() - 1);
        try {
            return Math.multiplyExact(Integer.parseInt(digits), 1 << shift);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is no piece size such as 1M");
        }
    }
}
