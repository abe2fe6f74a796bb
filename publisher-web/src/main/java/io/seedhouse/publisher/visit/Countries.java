package io.seedhouse.publisher.visit;

import io.seedhouse.publisher.door.ClientAddress;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which country a request comes from: as a proxy of ours says in the header that the configuration
 * names, else by the table. A header of anybody else is their own invention.
 */
@ApplicationScoped
public class Countries {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    /** Codes that proxies send for what is no country. */
    private static final Pattern NOWHERE = Pattern.compile("XX|T1|ZZ");

    @Inject ClientAddress clients;

    @Inject
    @ConfigProperty(name = "seedhouse.country-header")
    Optional<String> header = Optional.empty();

    private CountryTable table;

    @PostConstruct
    void load() {
        table = CountryTable.embedded();
    }

    /** When the table was gathered. */
    public LocalDate day() {
        return table.day();
    }

    /** Two letters; empty where it is not known. */
    Optional<String> of(HttpServletRequest request) {
        return told(request).or(() -> table.of(InetAddress.ofLiteral(clients.of(request))));
    }

    private Optional<String> told(HttpServletRequest request) {
        return header.map(String::strip)
                .filter(name -> !name.isEmpty() && clients.isProxy(request))
                .map(request::getHeader)
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> CODE.matcher(code).matches() && !NOWHERE.matcher(code).matches());
    }
}
