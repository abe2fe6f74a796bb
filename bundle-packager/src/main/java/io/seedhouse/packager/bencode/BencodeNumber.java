package io.seedhouse.packager.bencode;

/** An integer of at most 64 bits, which covers every length and date in use. */
public record BencodeNumber(long value) implements BencodeValue {}
