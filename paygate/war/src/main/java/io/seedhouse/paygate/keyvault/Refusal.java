package io.seedhouse.paygate.keyvault;

import io.seedhouse.paygate.entitlement.KeyringGate.Access;
import io.seedhouse.paygate.problem.Problem;

/** The sentences for those who get no keyring. */
final class Refusal {
    private Refusal() {}

    static Problem of(Access access) {
        return switch (access) {
            case Access.Unknown _ ->
                    new Problem(
                            404,
                            "No such order",
                            "No order answers to this address and token; use the browser you bought with, or send the order token as a bearer token.");
            case Access.Unpaid(boolean expired) when expired ->
                    new Problem(
                            402,
                            "Payment expired",
                            "This order was not paid in time and nothing was charged; buy again from the film's page.");
            case Access.Unpaid _ ->
                    new Problem(
                            402,
                            "Not paid yet",
                            "This order is not paid yet; finish the payment and try again.");
            case Access.Given _ ->
                    new Problem(
                            403,
                            "A gift",
                            "This order is a gift: whoever redeems it gets the keyring.");
            case Access.OwnedBefore _ ->
                    new Problem(
                            403,
                            "Owned before",
                            "The address of this order owned all of it before, so the money goes back; the keyring is in its library.");
            case Access.Revoked _ ->
                    new Problem(
                            403,
                            "Order revoked",
                            "This order was refunded or is disputed, so its keyring is closed; buy again to open the film.");
            case Access.TooEarly early ->
                    new Problem(
                                    425,
                                    "Before the premiere",
                                    "The keyring opens at %s; come back then."
                                            .formatted(early.opens()))
                            .with("serverTime", early.now().toString())
                            .with("opensAt", early.opens().toString());
            case Access.Open _ -> throw new IllegalArgumentException("an open order is no problem");
        };
    }
}
