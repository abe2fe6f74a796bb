package io.seedhouse.paygate.sandbox.call;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list of things, the newest first, page by page. Source: docs.stripe.com/api/pagination.
 *
 * <p>The entity has the attributes {@code id}, {@code position} and {@code created}.
 */
public final class Listing<T> {
    private static final List<String> PARAMS =
            List.of(
                    "limit",
                    "starting_after",
                    "ending_before",
                    "expand[#]",
                    "created",
                    "created[gt]",
                    "created[gte]",
                    "created[lt]",
                    "created[lte]");
    private static final long MOST = 100;
    private static final long USUAL = 10;

    private final Class<T> type;
    private final Params params;
    private final StringBuilder where = new StringBuilder("1 = 1");
    private final Map<String, Object> values = new HashMap<>();
    private final int limit;
    private final boolean backwards;

    private Listing(Class<T> type, Params params) {
        this.type = type;
        this.params = params;
        this.backwards = params.text("ending_before").isPresent();
        var wanted = params.number("limit").orElse(USUAL);
        if (wanted < 1 || wanted > MOST) {
            throw StripeRefusal.of(
                    null, "limit", "This value must be between 1 and 100, but is " + wanted);
        }
        this.limit = (int) (long) wanted;
        created(params);
    }

    /** Times are given in seconds, but kept to a finer grain. */
    private void created(Params params) {
        params.number("created").ifPresent(second -> since(second).before(second + 1));
        params.number("created[gte]").ifPresent(this::since);
        params.number("created[gt]").ifPresent(second -> since(second + 1));
        params.number("created[lt]").ifPresent(this::before);
        params.number("created[lte]").ifPresent(second -> before(second + 1));
    }

    private Listing<T> since(long second) {
        return where("created >=", Instant.ofEpochSecond(second));
    }

    private Listing<T> before(long second) {
        return where("created <", Instant.ofEpochSecond(second));
    }

    /**
     * Begins a list.
     *
     * @param more names of the parameters it takes beside those of every list
     * @throws StripeRefusal for any other parameter
     */
    public static <T> Listing<T> of(Class<T> type, Params params, String... more) {
        params.only(Stream.concat(PARAMS.stream(), Arrays.stream(more)).toArray(String[]::new));
        return new Listing<>(type, params);
    }

    /**
     * Leaves out what does not fit.
     *
     * @param condition an attribute and a comparison, for instance {@code "paymentId ="}
     */
    public Listing<T> where(String condition, Object value) {
        var name = "v" + values.size();
        where.append(" and e.").append(condition).append(" :").append(name);
        values.put(name, value);
        return this;
    }

    /** Reads one page. */
    public JsonObject page(EntityManager db, String path, Function<T, JsonElement> toJson) {
        cursor(db);
        var jpql =
                "select e from %s e where %s order by e.position %s"
                        .formatted(type.getSimpleName(), where, backwards ? "asc" : "desc");
        var query = db.createQuery(jpql, type).setMaxResults(limit + 1);
        values.forEach(query::setParameter);
        var found = query.getResultList();
        var page = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        if (backwards) {
            Collections.reverse(page);
        }
        var data = new JsonArray();
        page.forEach(thing -> data.add(toJson.apply(thing)));
        return list(path, data, found.size() > limit);
    }

    private void cursor(EntityManager db) {
        params.text("starting_after").ifPresent(id -> where("position <", position(db, id)));
        params.text("ending_before").ifPresent(id -> where("position >", position(db, id)));
    }

    private Long position(EntityManager db, String id) {
        return db.createQuery(
                        "select e.position from %s e where e.id = :id"
                                .formatted(type.getSimpleName()),
                        Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() ->
                        StripeRefusal.of(
                                "resource_missing",
                                backwards ? "ending_before" : "starting_after",
                                "No such object: '%s'".formatted(id)));
    }

    private static JsonObject list(String path, JsonArray data, boolean more) {
        var list = new JsonObject();
        list.addProperty("object", "list");
        list.addProperty("url", "/v1/" + path);
        list.addProperty("has_more", more);
        list.add("data", data);
        return list;
    }
}
