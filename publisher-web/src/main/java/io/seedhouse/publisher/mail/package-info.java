/**
 * Mail. The paygate notes what people have to be told; here each notice is put into words and sent,
 * at least once, by the operator's mail server or, where none is set, onto a page of this machine.
 *
 * <p>A letter's links are made while it is written, because only hashes of their tokens are kept.
 * Its Message-ID is made of the notice's id, so that a second copy can be told for what it is.
 */
@org.jspecify.annotations.NullMarked
package io.seedhouse.publisher.mail;
