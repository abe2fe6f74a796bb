package io.seedhouse.paygate.entitlement;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.seedhouse.paygate.api.Orders.Kind;
import io.seedhouse.paygate.api.Orders.Status;
import io.seedhouse.paygate.api.PaidFile;
import io.seedhouse.paygate.order.OrderToken;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that decides over an order's keyring. It is read in one query, and for many orders at once,
 * because in the minute of a premiere every buyer asks for it.
 *
 * @param files those whose identities the order may fetch, now or from a premiere on; one bundle
 *     after the other, by name
 */
record Standing(Order order, List<File> files) {

    /** What is decided from; no more, so that nothing has to be watched for changes. */
    record Order(
            UUID id,
            String title,
            String tier,
            Kind kind,
            Status status,
            boolean owned,
            boolean livemode,
            long amount) {}

    /**
     * @param opens when its key may leave: at its bundle's premiere, or later where it is an extra;
     *     null where nothing has to be waited for
     */
    record File(Granted granted, @Nullable Instant opens) {
        boolean isOpenAt(Instant now) {
            return opens == null || !now.isBefore(opens);
        }
    }

    /**
     * @param token opens the order with this id, or it does not
     */
    record Proof(UUID orderId, String tokenHash) {
        static Proof of(UUID orderId, OrderToken token) {
            return new Proof(orderId, HexFormat.of().formatHex(token.hash()));
        }

        byte[] hash() {
            return HexFormat.of().parseHex(tokenHash);
        }
    }

    /** By proof; without those that prove nothing. */
    static Map<Proof, Standing> find(EntityManager db, Collection<Proof> proofs) {
        return rows(db, proofs.stream().map(Proof::hash).toList()).stream()
                .collect(groupingBy(Row::proof, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .filter(found -> proofs.contains(found.getKey()))
                .collect(toMap(Map.Entry::getKey, found -> of(found.getValue())));
    }

    private static Standing of(List<Row> rows) {
        return new Standing(rows.getFirst().order(), files(rows));
    }

    private static List<Row> rows(EntityManager db, List<byte[]> hashes) {
        int places = places(hashes.size());
        var query = db.createQuery(query(places), Row.class);
        for (int i = 0; i < places; i++) {
            query.setParameter("h" + i, hashes.get(Math.min(i, hashes.size() - 1)));
        }
        return query.getResultList();
    }

    /** 1, 4, 16, ...: few, so that their queries are kept and not made anew each time. */
    private static int places(int proofs) {
        int places = 1;
        while (places < proofs) {
            places *= 4;
        }
        return places;
    }

    /**
     * A parameter for each place, because one that takes a list keeps Hibernate from keeping it.
     */
    private static String query(int places) {
        return IntStream.range(0, places)
                .mapToObj(i -> ":h" + i)
                .collect(
                        joining(
                                ", ",
                                "select t.hash, o.id, o.title, o.tier, o.kind, o.status, o.owned,"
                                        + " o.livemode, o.amount,"
                                        + " e.bundleId, e.fileId, e.name, r.slug, r.premiere,"
                                        + " r.extras, x"
                                        + " from IssuedToken t"
                                        + " join PaygateOrder o on o.id = t.orderId"
                                        + " left join Entitlement e"
                                        + " on e.orderId = o.id and e.revoked is null"
                                        + " left join BundleRelease r on r.bundleId = e.bundleId"
                                        + " left join r.extraFiles x on x = e.fileId"
                                        + " where t.hash in (",
                                ") order by e.granted, e.bundleId, e.name, e.fileId"));
    }

    private static List<File> files(List<Row> rows) {
        return rows.stream().flatMap(Row::file).toList();
    }

    /** Those whose identities may leave now. */
    List<Granted> openedAt(Instant now) {
        return files.stream().filter(file -> file.isOpenAt(now)).map(File::granted).toList();
    }

    /** Those whose identities may not leave yet, the first to open first. */
    List<Later> openedAfter(Instant now) {
        return files.stream()
                .filter(file -> !file.isOpenAt(now))
                .map(file -> new Later(file.granted(), Objects.requireNonNull(file.opens())))
                .sorted(comparing(Later::opens))
                .toList();
    }

    /**
     * One for each entitlement, or one without; what Hibernate makes rows of takes no primitives.
     */
    record Row(
            byte[] hash,
            UUID id,
            String title,
            String tier,
            Kind kind,
            Status status,
            Boolean owned,
            Boolean livemode,
            Long amount,
            @Nullable UUID bundleId,
            @Nullable UUID fileId,
            @Nullable String name,
            @Nullable String slug,
            @Nullable Instant premiere,
            @Nullable Instant extras,
            @Nullable UUID extra) {

        Proof proof() {
            return new Proof(id, HexFormat.of().formatHex(hash));
        }

        Order order() {
            return new Order(id, title, tier, kind, status, owned, livemode, amount);
        }

        Stream<File> file() {
            if (bundleId == null || fileId == null || name == null) {
                return Stream.empty();
            }
            return Stream.of(
                    new File(new Granted(bundleId, slug, new PaidFile(fileId, name)), opens()));
        }

        /** An extra never opens before the premiere, whatever its moment says. */
        private @Nullable Instant opens() {
            if (extra == null || extras == null) {
                return premiere;
            }
            return premiere == null || extras.isAfter(premiere) ? extras : premiere;
        }
    }
}
