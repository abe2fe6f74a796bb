package io.seedhouse.publisher.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.seedhouse.paygate.api.Codes.Discount;
import io.seedhouse.paygate.api.Codes.NewCode;
import io.seedhouse.publisher.TestDatabase;
import io.seedhouse.publisher.bundle.Removal;
import io.seedhouse.publisher.bundle.TestBundles;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class MakingContract {
    private final TestDatabase database = database();
    private final CodesInMemory codes = new CodesInMemory();
    private UUID ann = UUID.randomUUID();
    private UUID bundle = UUID.randomUUID();

    abstract TestDatabase database();

    @BeforeEach
    void publish() {
        ann = database.publisher();
        bundle = database.inTransaction(em -> TestBundles.draft(em, ann, "Tide").id());
    }

    @Test
    void makesCodesForTheBundlesPublisherOnly() {
        assertEquals(3, done(make(ann, null, "Press", 3)).codes().size());
        assertInstanceOf(Make.NoSuchBundle.class, make(database.publisher(), null, "Press", 3));
        assertEquals(3, codes.ofBundle(bundle).size());
    }

    @Test
    void makesTheCodesOfAKeyOnce() {
        Make.Done first = done(make(ann, "key", "Press", 3));
        done(make(ann, "another", "Press", 3));
        assertEquals(first, make(ann, "key", "Press", 3));
        assertEquals(6, codes.ofBundle(bundle).size());
        assertNotEquals(first, make(ann, null, "Press", 3));
    }

    @Test
    void refusesAKeyThatMadeOthers() {
        make(ann, "key", "Press", 3);
        assertInstanceOf(Make.OtherRequest.class, make(ann, "key", "Press", 4));
        assertInstanceOf(Make.OtherRequest.class, make(ann, "key", "Jury", 3));
        assertEquals(3, codes.ofBundle(bundle).size());
    }

    @Test
    void spendsNoKeyOnWhatIsRefused() {
        assertEquals(new Make.Refused(1, "The batch has no name."), make(ann, "key", "", 2));
        done(make(ann, "key", "Press", 2));
    }

    @Test
    void remembersTenThousandCodes() {
        Make.Done first = done(make(ann, "key", "Press", 10_000));
        assertEquals(first, make(ann, "key", "Press", 10_000));
    }

    @Test
    void makesTheCodesOfAKeyOnceHoweverManyAskAtOnce() throws Exception {
        Callable<Make> call = () -> make(ann, "key", "Press", 2);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var answers = pool.invokeAll(Collections.nCopies(8, call));
            for (var answer : answers) {
                assertEquals(answers.getFirst().get(), answer.get());
            }
        }
        assertEquals(2, codes.ofBundle(bundle).size());
    }

    @Test
    void forgetsItsKeysOnceTheDraftGoes() {
        make(ann, "key", "Press", 2);
        database.inTransaction(em -> {
            Making making = new Making();
            making.em = em;
            making.forget(new Removal(UUID.randomUUID()));
            return em;
        });
        assertEquals(1, keys());
        database.inTransaction(em -> {
            Making making = new Making();
            making.em = em;
            making.forget(new Removal(bundle));
            return em;
        });
        assertEquals(0, keys());
    }

    private int keys() {
        return database.inTransaction(em ->
                em.createQuery("select c from CodeCall c", CodeCall.class)
                        .getResultList()
                        .size());
    }

    private Make make(UUID publisher, @Nullable String key, String batch, int count) {
        var like = new NewCode(null, batch, "", new Discount.Full(), 1, null, null, null);
        return database.inTransaction(em -> {
            Making making = new Making();
            making.em = em;
            making.bundles = TestBundles.over(em);
            making.codes = codes;
            return making.make(publisher, bundle, key, Collections.nCopies(count, like));
        });
    }

    private static Make.Done done(Make make) {
        return assertInstanceOf(Make.Done.class, make);
    }
}
