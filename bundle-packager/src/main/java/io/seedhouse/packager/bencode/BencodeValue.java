package io.seedhouse.packager.bencode;

/** A bencoded value: a number, a byte string, a list or a dictionary (BEP 3). */
public sealed interface BencodeValue
        permits BencodeNumber, BencodeString, BencodeList, BencodeDictionary {

    /** The one canonical encoding of this value. */
    default byte[] encode() {
        return BencodeWriter.write(this);
    }
}
