package io.seedhouse.packager.bencode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the canonical encoding. */
final class BencodeWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private BencodeWriter() {}

    static byte[] write(BencodeValue value) {
        BencodeWriter writer = new BencodeWriter();
        writer.value(value);
        return writer.out.toByteArray();
    }

    private void value(BencodeValue value) {
        switch (value) {
            case BencodeNumber number -> ascii("i" + number.value() + "e");
            case BencodeString string -> string(string);
            case BencodeList list -> {
                out.write('l');
                list.items().forEach(this::value);
                out.write('e');
            }
            case BencodeDictionary dictionary -> dictionary(dictionary);
        }
    }

    private void dictionary(BencodeDictionary dictionary) {
        out.write('d');
        dictionary
                .entries()
                .forEach((key, entry) -> {
                    string(key);
                    value(entry);
                });
        out.write('e');
    }

    private void string(BencodeString string) {
        ascii(string.length() + ":");
        out.writeBytes(string.bytes());
    }

    private void ascii(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
