package io.seedhouse.packager.cli.publishing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.seedhouse.packager.keys.Recipient;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of the REST API that publishing needs. Each may be repeated without harm. */
final class Platform {
    private static final String BUNDLES = "/api/v1/bundles";

    private final Connection connection;
    private final Patience patience;

    Platform(Connection connection, Patience patience) {
        this.connection = connection;
        this.patience = patience;
    }

    /** Signs in; a server that cannot be reached is not waited for. */
    void signIn(String email, String password) throws PlatformException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("email", email);
        body.addProperty("password", password);
        Reply reply = send("POST", "/api/v1/tokens", body, Map.of(), Patience.NONE);
        String token = reply.json().text("token");
        if (!Connection.isToken(token)) {
            throw reply.foreign("has no token");
        }
        connection.authorize(token);
    }

    /** Makes the draft, or finds the bundle that the key made before. */
    BundleState create(Plan plan) throws PlatformException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("title", plan.title());
        body.addProperty("synopsis", plan.synopsis());
        body.addProperty("category", plan.category());
        Map<String, String> key = Map.of("Idempotency-Key", plan.key());
        return BundleState.of(send("POST", BUNDLES, body, key, patience));
    }

    BundleState show(String bundle) throws PlatformException, InterruptedException {
        return BundleState.of(connection.call("GET", BUNDLES + "/" + bundle, Map.of()).orRefused());
    }

    /** The recipient to seal a file to. */
    String recipient(String bundle, String filename)
            throws PlatformException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("filename", filename);
        Reply reply = post(bundle, "recipients", body);
        String recipient = reply.json().text("recipient");
        try {
            return Recipient.parse(recipient).toString();
        } catch (IllegalArgumentException e) {
            throw reply.foreign("names a recipient that is none: " + e.getMessage());
        }
    }

    void price(String bundle, Tier tier, List<String> files)
            throws PlatformException, InterruptedException {
        JsonObject price = new JsonObject();
        price.addProperty("amount", tier.amount());
        price.addProperty("currency", tier.currency());
        JsonArray names = new JsonArray();
        files.forEach(names::add);
        JsonObject body = new JsonObject();
        body.add("price", price);
        body.add("files", names);
        String path = "%s/%s/tiers/%s".formatted(BUNDLES, bundle, segment(tier.name()));
        send("PUT", path, body, Map.of(), patience);
    }

    /** Begins the sealing. That it runs or ran already may be our own doing: an answer got lost. */
    void seal(String bundle, String format) throws PlatformException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("format", format);
        Reply reply = call("POST", in(bundle, "seal"), body, Map.of(), patience);
        if (reply.status() != 409 || show(bundle).isDraft()) {
            reply.orRefused();
        }
    }

    BundleState publish(String bundle, @Nullable String premiere)
            throws PlatformException, InterruptedException {
        JsonObject body = new JsonObject();
        body.addProperty("premiere", premiere);
        return BundleState.of(post(bundle, "publish", body));
    }

    private Reply post(String bundle, String what, JsonObject body)
            throws PlatformException, InterruptedException {
        return send("POST", in(bundle, what), body, Map.of(), patience);
    }

    private static String in(String bundle, String what) {
        return BUNDLES + "/" + bundle + "/" + what;
    }

    private Reply send(
            String method, String path, JsonObject body, Map<String, String> more, Patience limit)
            throws PlatformException, InterruptedException {
        return call(method, path, body, more, limit).orRefused();
    }

    private Reply call(
            String method, String path, JsonObject body, Map<String, String> more, Patience limit)
            throws PlatformException, InterruptedException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        return connection.call(
                method, path, headers, BodyPublishers.ofString(body.toString()), limit);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
