/**
 * The outbox: what people have to be told by mail, recorded in the transaction that makes it true.
 * Who sends it claims one after the other; a claim ends by itself, so a sender that died loses
 * nothing.
 */
package io.seedhouse.paygate.notice;
