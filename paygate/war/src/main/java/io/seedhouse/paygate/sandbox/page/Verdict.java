package io.seedhouse.paygate.sandbox.page;

import io.seedhouse.paygate.sandbox.payment.Course;

/** What becomes of a number that was typed in. */
public sealed interface Verdict {
    /**
     * @param words what the buyer reads, as Stripe puts it
     */
    record Refused(String words) implements Verdict {}

    /** It pays. */
    record Taken(Course course) implements Verdict {}

    /**
     * The bank first asks who pays.
     *
     * @param then what follows when the buyer shows it
     */
    record Authenticate(Challenge then) implements Verdict {}

    /** What follows when the bank knows who pays. */
    enum Challenge {
        PAYS(new Taken(Course.PAID)),
        DECLINES(new Refused(TestNumber.DECLINED));

        private final Verdict verdict;

        Challenge(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }
}
