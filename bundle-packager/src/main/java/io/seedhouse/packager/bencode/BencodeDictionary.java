package io.seedhouse.packager.bencode;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dictionary; its keys are unique and in bytewise order. */
public record BencodeDictionary(SortedMap<BencodeString, BencodeValue> entries)
        implements BencodeValue {

    public BencodeDictionary {
        entries =
                entries.isEmpty()
                        ? Collections.emptySortedMap()
                        : Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** The value under this key, or null. */
    public @Nullable BencodeValue get(String key) {
        return entries.get(BencodeString.of(key));
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers entries in any order; a key put twice keeps its last value. */
    public static final class Builder {
        private final SortedMap<BencodeString, BencodeValue> entries = new TreeMap<>();

        private Builder() {}

        public Builder put(String key, long number) {
            return put(key, new BencodeNumber(number));
        }

        public Builder put(String key, String text) {
            return put(key, BencodeString.of(text));
        }

        public Builder put(String key, byte[] bytes) {
            return put(key, BencodeString.of(bytes));
        }

        public Builder put(String key, BencodeValue value) {
            return put(BencodeString.of(key), value);
        }

        public Builder put(BencodeString key, BencodeValue value) {
            entries.put(key, value);
            return this;
        }

        public BencodeDictionary build() {
            return new BencodeDictionary(entries);
        }
    }
}
