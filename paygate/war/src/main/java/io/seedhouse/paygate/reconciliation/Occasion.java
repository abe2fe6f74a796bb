package io.seedhouse.paygate.reconciliation;

import io.seedhouse.paygate.api.Notices.Kind;
import io.seedhouse.paygate.entitlement.Entitlements;
import io.seedhouse.paygate.notice.Outbox;
import io.seedhouse.paygate.offer.Catalogue;
import io.seedhouse.paygate.offer.Catalogue.Untold;
import io.seedhouse.paygate.offer.ExtraFiles;
import io.seedhouse.paygate.order.OrderBook;
import io.seedhouse.paygate.order.PaygateOrder;

import jakarta.persistence.EntityManager;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the buyers of a bundle are told of, inside the caller's transaction. */
enum Occasion {
    PREMIERE_MOVED {
        @Override
        List<Untold> due(EntityManager db, Instant now) {
            return Catalogue.moved(db);
        }

        /** Who bought later has read the new date. */
        @Override
        void tell(EntityManager db, Untold bundle, PaygateOrder order, Instant now) {
            if (order.tellPremiere(bundle.moment())) {
                var occasion = String.valueOf(bundle.moment());
                Outbox.tell(db, Kind.PREMIERE_MOVED, order, order.price(), occasion, now);
            }
        }

        @Override
        void done(EntityManager db, Untold bundle) {
            Catalogue.told(db, bundle);
        }
    },

    PREMIERE_BEGUN {
        @Override
        List<Untold> due(EntityManager db, Instant now) {
            return Catalogue.begun(db, now);
        }

        /** Who paid after the beginning has the key already. */
        @Override
        void tell(EntityManager db, Untold bundle, PaygateOrder order, Instant now) {
            if (bundle.moment() != null && order.created().isBefore(bundle.moment())) {
                Outbox.tell(db, Kind.PREMIERE, order, now);
            }
        }

        @Override
        void done(EntityManager db, Untold bundle) {
            Catalogue.toldBegun(db, bundle);
        }
    },

    EXTRAS_MOVED {
        @Override
        List<Untold> due(EntityManager db, Instant now) {
            return ExtraFiles.moved(db);
        }

        @Override
        boolean isStill(EntityManager db, Untold bundle) {
            return ExtraFiles.isStill(db, bundle);
        }

        @Override
        List<PaygateOrder> buyers(EntityManager db, Untold bundle, Optional<UUID> after, int most) {
            return Entitlements.holdersOfExtras(db, bundle.bundleId(), FOR_EVER, after, most);
        }

        @Override
        void tell(EntityManager db, Untold bundle, PaygateOrder order, Instant now) {
            if (order.tellExtras(bundle.moment())) {
                var occasion = bundle.bundleId() + " " + bundle.moment();
                Outbox.tellMoment(db, Kind.EXTRAS_MOVED, order, bundle.moment(), occasion, now);
            }
        }

        @Override
        void done(EntityManager db, Untold bundle) {
            ExtraFiles.told(db, bundle);
        }
    },

    EXTRAS_BEGUN {
        @Override
        List<Untold> due(EntityManager db, Instant now) {
            return ExtraFiles.begun(db, now);
        }

        @Override
        boolean isStill(EntityManager db, Untold bundle) {
            return ExtraFiles.isStill(db, bundle);
        }

        /** Who got the right to them later found them open. */
        @Override
        List<PaygateOrder> buyers(EntityManager db, Untold bundle, Optional<UUID> after, int most) {
            var opened = bundle.moment() == null ? Instant.EPOCH : bundle.moment();
            return Entitlements.holdersOfExtras(db, bundle.bundleId(), opened, after, most);
        }

        @Override
        void tell(EntityManager db, Untold bundle, PaygateOrder order, Instant now) {
            var occasion = bundle.bundleId().toString();
            Outbox.tellMoment(db, Kind.EXTRAS, order, bundle.moment(), occasion, now);
        }

        @Override
        void done(EntityManager db, Untold bundle) {
            ExtraFiles.toldBegun(db, bundle);
        }
    };

    private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Bundles whose buyers were not all told yet. */
    abstract List<Untold> due(EntityManager db, Instant now);

    /** Whether the moment is still that one, and stays so until this transaction ends. */
    boolean isStill(EntityManager db, Untold bundle) {
        return Catalogue.isStill(db, bundle);
    }

    /** Those to tell, by id. */
    List<PaygateOrder> buyers(EntityManager db, Untold bundle, Optional<UUID> after, int most) {
        return OrderBook.paid(db, bundle.bundleId(), after, most);
    }

    abstract void tell(EntityManager db, Untold bundle, PaygateOrder order, Instant now);

    /** All were told. */
    abstract void done(EntityManager db, Untold bundle);
}
