/** Bencoding, strict and canonical (BEP 3). */
package io.seedhouse.packager.bencode;
