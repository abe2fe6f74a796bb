package io.seedhouse.publisher.account;

import io.seedhouse.publisher.notice.Proof;
import java.util.UUID;

/** What became of the button behind a link in a mail. */
public sealed interface Redeem {
    /** It did what it was for. */
    record Done(UUID publisherId) implements Redeem {}

    /** The address belongs to another account by now. */
    record Taken() implements Redeem {}

    /** The link is worth nothing. */
    record Dead(Proof why) implements Redeem {}
}
