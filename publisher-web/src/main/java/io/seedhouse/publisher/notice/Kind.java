package io.seedhouse.publisher.notice;

import org.jspecify.annotations.Nullable;

/** What an account's owner is told. */
public enum Kind {
    /** The address has an account now: prove that it is yours. */
    CONFIRM(Purpose.CONFIRM),
    /** A new password was asked for. */
    RESET(Purpose.RESET),
    /** To the new address: prove that it is yours. */
    ADDRESS(Purpose.ADDRESS),
    /** To the old address: another one was asked for. */
    ADDRESS_ASKED(null),
    /** To the old address: it is no longer this account's. */
    ADDRESS_CHANGED(null),
    PASSWORD_CHANGED(null),
    CLOSED(null);

    private final @Nullable Purpose purpose;

    Kind(@Nullable Purpose purpose) {
        this.purpose = purpose;
    }

    /** What the link in its mail is for; null where it needs no token. */
    public @Nullable Purpose purpose() {
        return purpose;
    }
}
