package io.seedhouse.publisher.visit;

import io.seedhouse.publisher.Site;
import io.seedhouse.publisher.account.CurrentPublisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.door.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/** Notes that somebody looks at a bundle. Its own publisher is not somebody. */
@ApplicationScoped
public class Visits {
    @Inject Tally tally;
    @Inject Visitors visitors;
    @Inject Countries countries;
    @Inject ClientAddress clients;
    @Inject CurrentPublisher current;
    @Inject Site site;

    InstantSource clock = InstantSource.system();

    /** A bundle's page is shown. */
    public void page(Bundle bundle, HttpServletRequest request) {
        if (!Worth.isView(request) || isOwn(bundle)) {
            return;
        }
        UUID id = bundle.id();
        count(id, Kind.VIEW, "");
        Referrer.of(request.getHeader("Referer"), ownHost(), request.getServerName())
                .ifPresent(host -> count(id, Kind.REFERRER, host));
        if (visitors.isNew(today(), id, clients.of(request), Worth.agent(request))) {
            count(id, Kind.VISIT, "");
            count(id, Kind.COUNTRY, countries.of(request).orElse(""));
        }
    }

    /** The torrent file is fetched. */
    public void torrent(Bundle bundle, HttpServletRequest request) {
        fetch(bundle, request, Kind.TORRENT);
    }

    /** The magnet link is fetched as text. */
    public void magnet(Bundle bundle, HttpServletRequest request) {
        fetch(bundle, request, Kind.MAGNET);
    }

    private void fetch(Bundle bundle, HttpServletRequest request, Kind kind) {
        if (Worth.isFetch(request) && !isOwn(bundle)) {
            count(bundle.id(), kind, "");
        }
    }

    private boolean isOwn(Bundle bundle) {
        return current.id().filter(bundle.publisherId()::equals).isPresent();
    }

    private void count(UUID bundleId, Kind kind, String name) {
        tally.count(new Counted(bundleId, today(), kind, name));
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private String ownHost() {
        return Objects.requireNonNullElse(URI.create(site.url("/")).getHost(), "");
    }
}
