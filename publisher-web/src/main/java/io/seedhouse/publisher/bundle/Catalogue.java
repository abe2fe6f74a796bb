package io.seedhouse.publisher.bundle;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Invalid;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pages through the published bundles, without those whose new version is published, by key and not
 * by count: a part stays right while others are published.
 */
final class Catalogue {
    private static final String QUERY =
            "select b from Bundle b where b.status = :status"
                    + " and not exists (select v.id from Bundle v where v.versionOf = b.id"
                    + " and v.status = :status)"
                    + " and (lower(b.title) like :q escape '!' or lower(b.synopsis) like :q escape"
                    + " '!') and (b.published < :at or (b.published = :at and b.slug < :slug))"
                    + " order by b.published desc, b.slug desc";

    /** Where a part ended; written {@code TIME~SLUG}. */
    private record Mark(Instant at, String slug) {
        static Mark of(@Nullable String text) {
            if (text == null) {
                return new Mark(Instant.parse("9999-01-01T00:00:00Z"), "");
            }
            int cut = text.indexOf('~');
            try {
                return new Mark(
                        Instant.parse(text.substring(0, Math.max(cut, 0))),
                        text.substring(cut + 1));
            } catch (DateTimeParseException e) {
                throw new Invalid("after", say("bundle.after"));
            }
        }
    }

    private Catalogue() {}

    static Shelf shelf(EntityManager em, String q, @Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, 100);
        Mark mark = Mark.of(after);
        List<Bundle> found =
                em.createQuery(QUERY, Bundle.class)
                        .setParameter("status", Status.PUBLISHED)
                        .setParameter("q", "%" + escaped(q) + "%")
                        .setParameter("at", mark.at())
                        .setParameter("slug", mark.slug())
                        .setMaxResults(size + 1)
                        .getResultList();
        if (found.size() <= size) {
            return new Shelf(found, null);
        }
        Bundle last = found.get(size - 1);
        return new Shelf(found.subList(0, size), last.published() + "~" + last.slug());
    }

    private static String escaped(String q) {
        return q.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("[!%_]", "!$0");
    }
}
