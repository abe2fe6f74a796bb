package io.seedhouse.paygate.code;

import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.offer.ChargeLimits;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher may ask of a code. Answers one sentence about the first thing that is wrong.
 *
 * @param tiers those a code can be for
 */
record CodeRules(Set<String> tiers) {
    static final int LONGEST_BATCH = 100;
    static final int LONGEST_RECIPIENT = 254;

    Optional<String> fault(NewCode made, CodeText text) {
        return Stream.<Supplier<@Nullable String>>of(
                        () -> text(text),
                        () -> words("batch", made.batch(), LONGEST_BATCH),
                        () -> made.batch().isBlank() ? "The batch has no name." : null,
                        () -> words("recipient", made.recipient(), LONGEST_RECIPIENT),
                        () -> discount(made.discount()),
                        () -> uses(made.uses()),
                        () -> span(made),
                        () -> tier(made.tier()))
                .flatMap(rule -> Optional.ofNullable(rule.get()).stream())
                .findFirst();
    }

    private static @Nullable String text(CodeText text) {
        return text.key().isEmpty()
                ? "A code is %d to %d letters and digits, with blanks and dashes at most %d characters."
                        .formatted(CodeText.SHORTEST, CodeText.LONGEST, CodeText.LONGEST_SHOWN)
                : null;
    }

    private static @Nullable String words(String what, String words, int longest) {
        if (words.strip().length() > longest) {
            return "The %s has %d characters; %d are allowed."
                    .formatted(what, words.strip().length(), longest);
        }
        return words.strip().chars().anyMatch(Character::isISOControl)
                ? "The %s holds a line break or another control character.".formatted(what)
                : null;
    }

    private static @Nullable String discount(Discount discount) {
        return switch (discount) {
            case Discount.Percent some ->
                    some.percent() < 1 || some.percent() > 100
                            ? "%d percent cannot be taken off; 1 to 100 can."
                                    .formatted(some.percent())
                            : null;
            case Discount.Amount some -> amount(some.money());
            case Discount.Full _ -> null;
        };
    }

    private static @Nullable String amount(Money money) {
        if (ChargeLimits.minimum(money.currency()).isEmpty()) {
            return "Nothing is sold in the currency \"%s\".".formatted(money.currency());
        }
        if (money.amount() == 0) {
            return "An amount of 0 takes nothing off.";
        }
        return money.amount() > ChargeLimits.maximum(money.currency()).amount()
                ? "The amount is above the largest price there can be."
                : null;
    }

    private static @Nullable String uses(@Nullable Integer uses) {
        return uses != null && uses < 1
                ? "A code with %d uses is of no use; 1 or more are needed.".formatted(uses)
                : null;
    }

    private static @Nullable String span(NewCode made) {
        return made.from() != null && made.until() != null && !made.from().isBefore(made.until())
                ? "The code ends before it begins."
                : null;
    }

    private @Nullable String tier(@Nullable String tier) {
        return tier != null && !tiers.contains(tier)
                ? "This bundle has no tier called \"%s\".".formatted(tier)
                : null;
    }
}
