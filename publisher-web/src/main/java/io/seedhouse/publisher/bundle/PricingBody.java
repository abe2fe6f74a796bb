package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Money;
import io.seedhouse.paygate.api.Pricing;
import io.seedhouse.publisher.Body;
import io.seedhouse.publisher.Invalid;
import io.seedhouse.publisher.page.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a tier is to be paid for, as a request says it in one of four fields. */
final class PricingBody {
    /** More currencies than there are to sell in; the paygate refuses each that comes twice. */
    private static final int MOST = 50;

    private PricingBody() {}

    /**
     * @throws Invalid when none of the fields is there, or more than one, or one is wrong
     */
    static Pricing read(Body body) {
        List<String> ways =
                Stream.of("price", "prices", "payWhatYouWant", "forEmail")
                        .filter(body::has)
                        .toList();
        if (ways.size() > 1) {
            throw new Invalid(ways.get(1), say("publisher.fields.exclude", Words.list(ways)));
        }
        return switch (ways.isEmpty() ? "price" : ways.getFirst()) {
            case "prices" ->
                    new Pricing.Fixed(
                            some(body, "prices").stream().map(PricingBody::money).toList());
            case "payWhatYouWant" ->
                    new Pricing.PayWhatYouWant(
                            some(body, "payWhatYouWant").stream().map(PricingBody::range).toList());
            case "forEmail" -> forEmail(body.object("forEmail"));
            default -> new Pricing.Fixed(List.of(money(body.object("price"))));
        };
    }

    private static List<Body> some(Body body, String field) {
        List<Body> some = body.objects(field);
        if (some.isEmpty() || some.size() > MOST) {
            throw new Invalid(field, say("bundle.pricing.some", field));
        }
        return some;
    }

    private static Pricing.Range range(Body body) {
        Money minimum = money(body.object("minimum"));
        Money suggested = body.has("suggested") ? money(body.object("suggested")) : minimum;
        if (!suggested.currency().equals(minimum.currency())) {
            throw new Invalid("suggested", say("bundle.pricing.currency"));
        }
        return new Pricing.Range(minimum, suggested);
    }

    private static Pricing forEmail(Body body) {
        return new Pricing.ForEmail(
                body.optionalText("currency").orElse("usd").toLowerCase(Locale.ROOT),
                body.text("consent"));
    }

    private static Money money(Body money) {
        return Price.of(money.number("amount"), money.text("currency"));
    }
}
