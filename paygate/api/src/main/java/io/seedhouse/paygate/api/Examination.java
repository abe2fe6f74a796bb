package io.seedhouse.paygate.api;

/**
 * Whether a file that was sealed outside the platform will open for those who buy it. Only its
 * beginning and its end are looked at, so damage in between is not found here.
 */
public sealed interface Examination {
    /** It opens with the identity that was issued for it, and it is whole. */
    record Opens() implements Examination {}

    /** No recipient was ever issued for this file. */
    record NoRecipient() implements Examination {}

    /** It does not begin with an age v1 header. */
    record NotAge() implements Examination {}

    /** An age file, sealed to recipients of which none is the one issued for this file. */
    record ForOthers() implements Examination {}

    /** Its end is missing. */
    record CutShort() implements Examination {}

    /** Its header was changed. */
    record HeaderDamaged() implements Examination {}

    /** Its last chunk is not authentic: it was changed, or is the cut end of a longer file. */
    record EndDamaged() implements Examination {}
}
