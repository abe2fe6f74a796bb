package io.seedhouse.packager.bencode;

import java.util.List;

/** A list; its items may differ in kind. */
public record BencodeList(List<BencodeValue> items) implements BencodeValue {

    public BencodeList {
        items = List.copyOf(items);
    }

    /** A list of texts in UTF-8. */
    public static BencodeList ofTexts(List<String> texts) {
        return new BencodeList(List.copyOf(texts.stream().map(BencodeString::of).toList()));
    }
}
