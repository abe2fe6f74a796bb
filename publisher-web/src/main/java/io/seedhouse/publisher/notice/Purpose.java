package io.seedhouse.publisher.notice;

/** What a link in a mail is for. */
public enum Purpose {
    /** Proves the address that an account has. */
    CONFIRM,
    /** Sets a new password. */
    RESET,
    /** Proves the address that an account is to have. */
    ADDRESS
}
