package io.seedhouse.publisher;

import io.seedhouse.paygate.api.Checkouts;
import io.seedhouse.paygate.api.Codes;
import io.seedhouse.paygate.api.Contacts;
import io.seedhouse.paygate.api.Facts;
import io.seedhouse.paygate.api.Figures;
import io.seedhouse.paygate.api.Gifts;
import io.seedhouse.paygate.api.Notices;
import io.seedhouse.paygate.api.Offers;
import io.seedhouse.paygate.api.Orders;
import io.seedhouse.paygate.api.Recipients;
import io.seedhouse.paygate.api.Refunds;
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
    @EJB(lookup = "java:app/paygate/NoticeBook!io.seedhouse.paygate.api.Notices")
    Notices notices;

    @Produces
    @EJB(lookup = "java:app/paygate/GiftDesk!io.seedhouse.paygate.api.Gifts")
    Gifts gifts;

    @Produces
    @EJB(lookup = "java:app/paygate/RefundDesk!io.seedhouse.paygate.api.Refunds")
    Refunds refunds;

    @Produces
    @EJB(lookup = "java:app/paygate/CodeBook!io.seedhouse.paygate.api.Codes")
    Codes codes;

    @Produces
    @EJB(lookup = "java:app/paygate/FactBook!io.seedhouse.paygate.api.Facts")
    Facts facts;

    @Produces
    @EJB(lookup = "java:app/paygate/FigureBook!io.seedhouse.paygate.api.Figures")
    Figures figures;

    @Produces
    @EJB(lookup = "java:app/paygate/ContactBook!io.seedhouse.paygate.api.Contacts")
    Contacts contacts;

    @Produces
    @EJB(lookup = "java:app/webseed-tracker/TorrentRegistry!io.seedhouse.tracker.api.Torrents")
    Torrents torrents;

    @Produces
    @EJB(lookup = "java:app/webseed-tracker/DeliveryBook!io.seedhouse.tracker.api.Deliveries")
    Deliveries deliveries;
}
