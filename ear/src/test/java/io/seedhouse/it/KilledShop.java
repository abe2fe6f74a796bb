package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.seedhouse.it.Http.Answer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A shop with one film on sale that is killed again and again, with a mail server that is not. */
final class KilledShop implements AutoCloseable {
    private static final Duration DYING = Duration.ofMinutes(3);
    private static final String H2 =
            ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;AUTO_SERVER=TRUE";

    private final Path home;
    private final int http = PlatformUnderTest.freePort();
    private final GreenMail mail =
            new GreenMail(
                    new ServerSetup(
                            PlatformUnderTest.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final String databaseUrl;
    private final String databaseUser;
    private int debugger;
    private ServerProcess server;
    private String offer = "";
    private String bundle = "";
    private @Nullable Studio studio;

    /** What is done while the server still lives; it may fail, because the server dies. */
    interface Act {
        void run() throws Exception;
    }

    KilledShop(String name) throws Exception {
        home = PlatformUnderTest.scratch().resolve(name);
        Folders.delete(home);
        Files.createDirectories(home);
        mail.start();
        boolean postgres = System.getProperty("seedhouse.it.database", "h2").equals("postgresql");
        databaseUrl =
                postgres ? newDatabase() : "jdbc:h2:file:" + home.resolve("db/seedhouse") + H2;
        databaseUser = postgres ? "postgres" : "seedhouse";
        server = start();
        on(this::sellAFilm);
    }

    private static String newDatabase() throws SQLException {
        String name = "killed_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection database = PlatformUnderTest.database();
                var statement = database.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = System.getProperty("seedhouse.it.db-url", "");
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    private ServerProcess start() throws IOException {
        debugger = PlatformUnderTest.freePort();
        var settings = new HashMap<String, String>();
        settings.put("JAVA_TOOL_OPTIONS", KillPoint.option(debugger));
        settings.put("SEEDHOUSE_DB_URL", databaseUrl);
        settings.put("SEEDHOUSE_DB_USER", databaseUser);
        settings.put("SEEDHOUSE_DB_PASSWORD", databaseUser);
        settings.put("SEEDHOUSE_SMTP_HOST", "127.0.0.1");
        settings.put("SEEDHOUSE_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
        settings.put("SEEDHOUSE_MAIL_FROM", "shop@films.example");
        return ServerProcess.start(home, http, settings);
    }

    private void sellAFilm() throws IOException {
        Studio publisher = Studio.open("killed-shop");
        bundle = publisher.bundle("Nine lives");
        Path film = Films.make(home.resolve("clear/film.mp4"), 200_000, 9);
        publisher.tus().upload(bundle, film, "paid");
        offer = publisher.tier(bundle, "film", 600, "usd", "film.mp4").string("offerId");
        publisher.seal(bundle);
        publisher.awaitSealed(bundle);
        publisher.publish(bundle);
        studio = publisher;
    }

    /** Does something at the living server. */
    void on(Act act) throws Exception {
        ScopedValue.where(PlatformUnderTest.OTHER, server.baseUrl())
                .call(() -> {
                    act.run();
                    return null;
                });
    }

    /**
     * Does something that leads to a method of the server, which kills it, and starts it again.
     *
     * @param type full name of the class
     */
    void killAt(String type, String method, Act act) throws Exception {
        var dead = KillPoint.at(server, debugger, type, method);
        try {
            on(act);
        } catch (AssertionError | IOException expected) {
            // the server died in the middle of an answer
        }
        try {
            dead.get(DYING.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AssertionError("never came to " + type + "." + method, e);
        }
        server = start();
    }

    /** Begins a checkout; the same key begins the same one. */
    Buyer checkout(String email, String key) {
        var body = new JsonObject();
        body.addProperty("email", email);
        Answer answer =
                Http.anonymous()
                        .postForSecret(
                                "/api/v1/offers/" + offer + "/checkouts",
                                Map.of("Idempotency-Key", key),
                                body.toString());
        assertEquals(201, answer.status(), answer.text());
        return new Buyer(
                answer.string("orderId"),
                answer.string("orderToken"),
                answer.string("checkoutUrl"));
    }

    Answer refund(Buyer buyer) {
        return publisher()
                .http()
                .send(
                        "POST",
                        "/api/v1/bundles/" + bundle + "/orders/" + buyer.orderId() + "/refunds",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                "refund-of-" + buyer.orderId()),
                        java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
    }

    private Studio publisher() {
        if (studio == null) {
            throw new IllegalStateException("nothing is on sale yet");
        }
        return studio;
    }

    /** Waits without a buyer's help until an order stands so. */
    void awaitStatus(Buyer buyer, String status) throws Exception {
        on(() ->
                Await.until(
                        "the order is " + status,
                        Duration.ofMinutes(5),
                        () -> Optional.of(sale(buyer)).filter(sale -> status.equals(sale))));
    }

    private String sale(Buyer buyer) {
        for (var item :
                publisher()
                        .http()
                        .get("/api/v1/bundles/" + bundle + "/orders")
                        .json()
                        .getAsJsonArray("items")) {
            if (item.getAsJsonObject().get("orderId").getAsString().equals(buyer.orderId())) {
                return item.getAsJsonObject().get("status").getAsString();
            }
        }
        return "absent";
    }

    /** Orders of an address. */
    long orders(String email) throws Exception {
        long[] count = {0};
        on(() ->
                publisher()
                        .http()
                        .get("/api/v1/bundles/" + bundle + "/orders")
                        .json()
                        .getAsJsonArray("items")
                        .forEach(item -> {
                            if (item.getAsJsonObject().get("email").getAsString().equals(email)) {
                                count[0]++;
                            }
                        }));
        return count[0];
    }

    /** The Message-IDs of the mails to an address whose subject says this. */
    List<String> mails(String email, String subject) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, email, subject))
                .map(KilledShop::messageId)
                .toList();
    }

    private static boolean isTo(MimeMessage message, String email, String subject) {
        try {
            return message.getAllRecipients()[0].toString().equals(email)
                    && message.getSubject().contains(subject);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** One number from the database. */
    long count(String sql) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(databaseUrl, databaseUser, databaseUser);
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
        mail.stop();
    }
}
