package io.seedhouse.publisher;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.tracker.api.Deliveries;
import io.seedhouse.tracker.api.Torrents;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** The only place that knows how the paygate and the tracker are found: others just inject them. */
@Dependent
class Neighbours {
    @Produces
    @EJB(lookup = "java:app/paygate/OfferBook!io.seedhouse.paygate.api.Offers")
    Offers offers;

    @Produces
    @EJB(lookup = "java:app/paygate/IdentityVault!io.seedhouse.paygate.api.Recipients")
    Recipients recipients;

    @Produces
    @EJB(lookup = "java:app/paygate/CheckoutDesk!io.seedhouse.paygate.api.Checkouts")
    Checkouts checkouts;

    @Produces
    @EJB(lookup = "java:app/paygate/OrderDesk!io.seedhouse.paygate.api.Orders")
    Orders orders;

    @Produces
    @EJB(lookup = "java:app/webseed-tracker/TorrentRegistry!io.seedhouse.tracker.api.Torrents")
    Torrents torrents;

    @Produces
    @EJB(lookup = "java:app/webseed-tracker/DeliveryBook!io.seedhouse.tracker.api.Deliveries")
    Deliveries deliveries;
}
