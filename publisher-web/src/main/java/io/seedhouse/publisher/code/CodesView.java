package io.seedhouse.publisher.code;

import static io.seedhouse.publisher.language.Say.count;
import static io.seedhouse.publisher.language.Say.number;
import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.paygate.api.Codes.Code;
import io.seedhouse.publisher.page.Moments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a bundle on its publisher's desk.
 *
 * @param batches the newest, at most {@link #BATCHES}
 * @param more batches that are only in the table
 * @param tiers names of those a code can be for
 * @param table CSV as pasted
 * @param tableKey makes its codes once, however often it is sent
 */
record CodesView(
        String id,
        String title,
        List<Batch> batches,
        int more,
        List<String> tiers,
        CodeForm form,
        @Nullable String refusal,
        String table,
        String tableKey,
        @Nullable String tableRefusal) {
    static final int BATCHES = 50;

    /** Codes of a batch that the page shows; all of them are in the table. */
    static final int CODES = 100;

    /**
     * @param sum how many codes and how often they were used
     * @param more codes that are only in the table
     */
    record Batch(String name, String sum, List<Row> rows, int more) {
        static Batch of(String name, List<Code> codes, Instant now) {
            return new Batch(
                    name,
                    sum(codes),
                    codes.stream().limit(CODES).map(code -> Row.of(code, now)).toList(),
                    Math.max(0, codes.size() - CODES));
        }

        private static String sum(List<Code> codes) {
            long used = codes.stream().mapToLong(Code::used).sum();
            return say("code.sum", count("code.codes", codes.size()), count("code.used-so", used));
        }
    }

    /**
     * @param used such as {@code 1 of 3}
     * @param state whether it can be used, and until when
     */
    record Row(
            String code,
            String recipient,
            String discount,
            String used,
            String state,
            boolean revoked) {
        static Row of(Code code, Instant now) {
            return new Row(
                    code.code(),
                    code.recipient(),
                    DiscountText.words(code.discount()) + tier(code.tier()),
                    code.uses() == null
                            ? number(code.used())
                            : say("code.used-of", number(code.used()), number(code.uses())),
                    state(code, now),
                    code.revoked() != null);
        }

        private static String tier(@Nullable String only) {
            return only == null ? "" : ", " + say("code.only", only);
        }

        private static String state(Code code, Instant now) {
            if (code.revoked() != null) {
                return say("code.state.revoked");
            }
            if (code.until() != null && !now.isBefore(code.until())) {
                return say("code.state.over");
            }
            if (code.uses() != null && code.used() >= code.uses()) {
                return say("code.state.used-up");
            }
            if (code.from() != null && now.isBefore(code.from())) {
                return say("code.state.from", Moments.utc(code.from()));
            }
            return code.until() == null
                    ? say("code.state.open")
                    : say("code.state.until", Moments.utc(code.until()));
        }
    }

    /** All batches, the newest first. */
    static List<Batch> batches(List<Code> newestFirst, Instant now) {
        Map<String, List<Code>> byName =
                newestFirst.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Code::batch, LinkedHashMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(batch -> Batch.of(batch.getKey(), batch.getValue(), now))
                .toList();
    }
}
