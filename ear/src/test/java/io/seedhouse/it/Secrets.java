package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every secret that the platform under test has handed out in this run, noted where it is handed
 * out, and everything it said to browsers besides.
 */
final class Secrets {
    private static final Pattern IDENTITY = Pattern.compile("AGE-SECRET-KEY-1[0-9A-Z]+");
    private static final Pattern TOKEN_FIELD =
            Pattern.compile("\"(?:orderToken|token|secret)\":\"([^\"]{16,})\"");
    private static final Pattern COOKIE =
            Pattern.compile("(?:seedhouse_order|seedhouse_library|seedhouse_session)=([^;]{16,})");
    private static final Pattern SHOWN_ONCE =
            Pattern.compile("<code class=\"type\">([A-Za-z0-9_-]{43})</code>");
    private static final Pattern LINK = Pattern.compile("[?&]token=3?D?([A-Za-z0-9_-]{40,})");

    private static final Set<String> ISSUED = ConcurrentHashMap.newKeySet();
    private static final ConcurrentLinkedQueue<String> PAGES = new ConcurrentLinkedQueue<>();

    private Secrets() {}

    /** From an answer that hands some out by right. */
    static void note(String text) {
        IDENTITY.matcher(text).results().forEach(found -> ISSUED.add(found.group()));
        TOKEN_FIELD.matcher(text).results().forEach(found -> ISSUED.add(found.group(1)));
    }

    /** From a browser's answer: cookies are its own, the page must hold none of anybody's. */
    static void noteVisit(HttpHeaders headers, String address, String page) {
        headers.allValues("Set-Cookie").stream()
                .flatMap(cookie -> COOKIE.matcher(cookie).results())
                .forEach(found -> ISSUED.add(found.group(1)));
        note(IDENTITY.matcher(page).find() ? page : "");
        if (address.endsWith("/gift-link")) {
            LINK.matcher(page).results().forEach(found -> ISSUED.add(found.group(1)));
        }
        if (address.equals("/studio/account/access")) {
            SHOWN_ONCE.matcher(page).results().forEach(found -> ISSUED.add(found.group(1)));
        }
        if (!isByRight(address, page)) {
            PAGES.add(address + " " + page);
        }
    }

    /** A keyring, mail itself, and the page whose button redeems a link hold a secret by right. */
    private static boolean isByRight(String address, String page) {
        return address.contains("/keyring")
                || address.equals("/reset")
                || SHOWN_ONCE.matcher(page).find()
                || address.equals("/mail")
                || address.contains("token=")
                || address.equals("/gift")
                || address.contains("/gift-link");
    }

    /** Secrets in links of the mails that were kept; each must be in one mail only. */
    static Set<String> ofMails(Path folder) throws IOException {
        Set<String> tokens = ConcurrentHashMap.newKeySet();
        try (Stream<Path> mails = Files.list(folder)) {
            for (Path mail : mails.toList()) {
                Set<String> own = ofMail(mail);
                own.forEach(token -> assertTrue(tokens.add(token), "in two mails: " + mail));
            }
        }
        return tokens;
    }

    private static Set<String> ofMail(Path mail) throws IOException {
        String text = Files.readString(mail, StandardCharsets.ISO_8859_1).replaceAll("=\r?\n", "");
        Set<String> own = ConcurrentHashMap.newKeySet();
        LINK.matcher(text).results().forEach(found -> own.add(found.group(1)));
        return own;
    }

    static Set<String> issued() {
        return Set.copyOf(ISSUED);
    }

    static Iterable<String> pages() {
        return PAGES;
    }
}
