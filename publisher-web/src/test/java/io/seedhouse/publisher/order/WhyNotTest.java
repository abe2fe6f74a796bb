package io.seedhouse.publisher.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.seedhouse.paygate.api.Checkouts.Refusal;
import io.seedhouse.paygate.api.Checkouts.Refusal.Code;
import io.seedhouse.paygate.api.Checkouts.Refusal.UpgradeRefused;
import io.seedhouse.paygate.api.Checkouts.Refusal.UpgradeRefused.Reason;
import io.seedhouse.paygate.api.Money;
import io.seedhouse.publisher.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WhyNotTest {
    private static final Money THREE = new Money(300, "usd");

    @ParameterizedTest
    @MethodSource("refusals")
    void saysEachInAStatusAndASentence(Refusal why, int status, String sentence) {
        assertEquals(Problem.of(status, sentence), WhyNot.of(why));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        new Refusal.NotOnSale(UUID.randomUUID()),
                        404,
                        "This offer is not on sale: see the bundle for its tiers."),
                Arguments.of(
                        new Refusal.InvalidEmail("x"),
                        422,
                        "The email must look like name@example.org."),
                Arguments.of(
                        new Refusal.InvalidGift("The words are too long."),
                        422,
                        "The words are too long."),
                Arguments.of(
                        new Refusal.CurrencyNotOffered("isk", List.of("usd", "eur")),
                        422,
                        "This is not sold in that currency: choose USD, EUR."),
                Arguments.of(
                        new Refusal.AmountMissing(THREE),
                        422,
                        "Say how much you want to pay, from $3.00 USD on."),
                Arguments.of(
                        new Refusal.BelowMinimum(new Money(1, "usd"), THREE),
                        422,
                        "The least for this is $3.00 USD."),
                Arguments.of(
                        new Refusal.AboveMaximum(new Money(900, "usd"), THREE),
                        422,
                        "At most $3.00 USD can be paid at once."),
                Arguments.of(
                        new Refusal.NotThePrice(THREE),
                        422,
                        "The amount must be 300 ($3.00 USD), the price of this offer, or be left"
                                + " out."),
                Arguments.of(new Refusal.NoTips(), 422, "This offer takes no tip: leave it out."),
                Arguments.of(
                        new Refusal.ConsentMissing(),
                        422,
                        "This is free for those who leave their address to the publisher."),
                Arguments.of(
                        new Refusal.CodeRefused(Code.UNKNOWN),
                        422,
                        "This code is unknown here: check how it is written."),
                Arguments.of(
                        new Refusal.UpgradeRefused(Reason.USED),
                        409,
                        "This order has counted for an upgrade already."),
                Arguments.of(
                        new Refusal.BadIdempotencyKey(),
                        422,
                        "The Idempotency-Key must be 20 to 100 characters that nobody guesses."));
    }

    @Test
    void leavesNoRefusalOut() {
        Set<Class<?>> told = refusals().map(a -> a.get()[0].getClass()).collect(Collectors.toSet());
        Set<Class<?>> all =
                Arrays.stream(Refusal.class.getPermittedSubclasses()).collect(Collectors.toSet());
        assertEquals(all, told);
    }

    @Test
    void tellsEveryRefusalOfACodeFromTheOthers() {
        Set<String> sentences =
                Arrays.stream(Code.values())
                        .map(code -> WhyNot.of(new Refusal.CodeRefused(code)))
                        .map(WhyNotTest::sentence)
                        .collect(Collectors.toSet());
        assertEquals(Code.values().length, sentences.size());
    }

    @Test
    void tellsEveryRefusalOfAnUpgradeFromTheOthers() {
        Set<String> sentences =
                Arrays.stream(Reason.values())
                        .map(reason -> WhyNot.of(new UpgradeRefused(reason)))
                        .map(WhyNotTest::sentence)
                        .collect(Collectors.toSet());
        assertEquals(Reason.values().length, sentences.size());
    }

    @Test
    void treatsAWrongTokenLikeAnUnknownOrder() {
        assertEquals(404, WhyNot.of(new UpgradeRefused(Reason.UNKNOWN)).status());
    }

    private static String sentence(Problem problem) {
        assertTrue(problem.detail().endsWith("."), problem.detail());
        assertFalse(problem.detail().contains(". "), problem.detail());
        return problem.detail();
    }
}
