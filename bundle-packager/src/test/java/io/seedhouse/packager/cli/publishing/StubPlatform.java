package io.seedhouse.packager.cli.publishing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.seedhouse.packager.keys.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** As much of the platform's REST API as publishing needs, in memory, with faults on order. */
final class StubPlatform implements AutoCloseable {
    /** An upload, known by its place in the list. */
    static final class Upload {
        final String id;
        final String name;
        final String access;
        final long length;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean refused;

        Upload(String name, String access, long length) {
            // That of a sealed file is settled when its recipient is issued.
            this.id = access.equals("sealed") ? "r" + name.length() : "u" + made.getAndIncrement();
            this.name = name;
            this.access = access;
            this.length = length;
        }
    }

    /** Method and path of every call, in order. */
    final List<String> calls = new ArrayList<>();

    /** By the key it was made under; its value is its state. */
    final Map<String, String> bundles = new LinkedHashMap<>();

    final List<Upload> uploads = new ArrayList<>();
    final Map<String, Identity> identities = new HashMap<>();
    final List<JsonObject> bodies = new ArrayList<>();

    /** The next PATCHes break after so many bytes. */
    final Queue<Integer> breaks = new ArrayDeque<>();

    /** The next calls are answered with these statuses and a sentence. */
    final Queue<Integer> failures = new ArrayDeque<>();

    /** Calls that are answered with a status and a body of another server. */
    final Map<String, Canned> canned = new HashMap<>();

    record Canned(int status, String body) {}

    /** What is said to have arrived. */
    Function<Integer, String> offset = bytes -> Integer.toString(bytes);

    /** Is done before each PATCH is answered. */
    Meanwhile onAppend = () -> {};

    interface Meanwhile {
        void happen() throws IOException;
    }

    /** The next sealing begins, and its answer is lost. */
    boolean losesTheAnswerToSeal;

    /** What becomes of a sealing when it has been asked for once. */
    String outcome = "sealed";

    /** Where uploads are said to lie. */
    Function<String, String> location = path -> path;

    private static final AtomicInteger made = new AtomicInteger();

    private final HttpServer server;

    StubPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange call) throws IOException {
        String line = call.getRequestMethod() + " " + call.getRequestURI().getPath();
        calls.add(line);
        Integer failure = line.startsWith("POST /api/v1/tokens") ? null : failures.poll();
        Canned other = canned.get(line);
        if (other != null) {
            answer(call, other.status, other.body);
        } else if (failure != null) {
            answer(call, failure, "{\"detail\":\"Not now.\"}");
        } else if (line.endsWith("/tokens")) {
            signIn(call);
        } else if (line.contains("/uploads")) {
            upload(call);
        } else {
            bundle(call, line);
        }
        call.close();
    }

    private void signIn(HttpExchange call) throws IOException {
        JsonObject body = json(call);
        boolean right = body.get("password").getAsString().equals("right");
        answer(
                call,
                right ? 201 : 401,
                right ? "{\"token\":\"t0ken\"}" : "{\"detail\":\"Wrong email or password.\"}");
    }

    private void bundle(HttpExchange call, String line) throws IOException {
        if (line.equals("POST /api/v1/bundles")) {
            String key = call.getRequestHeaders().getFirst("Idempotency-Key");
            bundles.putIfAbsent(key == null ? "bundle " + bundles.size() : key, "draft");
            bodies.add(json(call));
        } else if (line.endsWith("/recipients")) {
            String name = json(call).get("filename").getAsString();
            Identity identity = identities.computeIfAbsent(name, n -> Identity.generate());
            answer(call, 201, "{\"recipient\":\"" + identity.recipient() + "\"}");
            return;
        } else if (line.endsWith("/seal")) {
            seal(call);
            return;
        } else if (line.endsWith("/publish")) {
            bodies.add(json(call));
            bundles.replaceAll((key, state) -> "published");
        } else if (line.startsWith("PUT ")) {
            bodies.add(json(call));
        }
        answer(call, 200, state().toString());
        if (line.startsWith("GET ")) {
            bundles.replaceAll((key, state) -> state.equals("sealing") ? outcome : state);
        }
    }

    private void seal(HttpExchange call) throws IOException {
        bodies.add(json(call));
        if (!bundles.containsValue("draft")) {
            answer(call, 409, "{\"detail\":\"The bundle is being sealed already.\"}");
            return;
        }
        bundles.replaceAll((key, state) -> "sealing");
        if (losesTheAnswerToSeal) {
            losesTheAnswerToSeal = false;
            return; // closed without an answer
        }
        answer(call, 202, "{\"status\":\"sealing\"}");
    }

    private JsonObject state() {
        JsonObject progress = new JsonObject();
        progress.addProperty("doneBytes", 0);
        progress.addProperty("totalBytes", 1);
        JsonObject state = new JsonObject();
        state.addProperty("id", "b1");
        state.addProperty("status", bundles.values().iterator().next());
        state.addProperty("magnet", "magnet:?xt=urn:btih:00");
        state.add("progress", progress);
        JsonArray files = new JsonArray();
        uploads.forEach(u -> files.add(file(u)));
        state.add("files", files);
        return state;
    }

    private static JsonObject file(Upload upload) {
        JsonObject file = new JsonObject();
        file.addProperty("id", upload.id);
        file.addProperty("name", upload.name);
        file.addProperty("access", upload.access);
        file.addProperty("length", upload.length);
        file.addProperty("offset", upload.bytes.size());
        file.addProperty("problem", upload.refused ? "It is damaged." : null);
        return file;
    }

    private void upload(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        switch (call.getRequestMethod()) {
            case "POST" -> create(call);
            case "HEAD" -> {
                offset(call, find(path));
                call.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                uploads.remove(find(path));
                call.sendResponseHeaders(204, -1);
            }
            default -> append(call, find(path));
        }
    }

    private void create(HttpExchange call) throws IOException {
        Map<String, String> about = new HashMap<>();
        for (String pair : call.getRequestHeaders().getFirst("Upload-Metadata").split(",", -1)) {
            String value = pair.substring(pair.indexOf(' ') + 1);
            about.put(
                    pair.substring(0, pair.indexOf(' ')),
                    new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
        }
        boolean sealed = "sealed".equals(about.get("access"));
        String name = String.valueOf(about.get("filename"));
        Upload made =
                new Upload(
                        sealed ? name.replaceAll("\\.age$", "") : name,
                        String.valueOf(about.get("access")),
                        Long.parseLong(call.getRequestHeaders().getFirst("Upload-Length")));
        Optional<Upload> there = uploads.stream().filter(u -> u.name.equals(made.name)).findFirst();
        if (there.isPresent() && !canGoOn(there.get(), made)) {
            answer(call, 409, "{\"detail\":\"The bundle already has a file of that name.\"}");
            return;
        }
        if (there.isEmpty()) {
            uploads.add(made);
        }
        String path = "/api/v1/uploads/" + there.orElse(made).id;
        call.getResponseHeaders().set("Location", location.apply(path));
        call.sendResponseHeaders(201, -1);
    }

    private static boolean canGoOn(Upload there, Upload made) {
        return there.access.equals(made.access)
                && there.length == made.length
                && there.bytes.size() < there.length;
    }

    private Upload find(String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return uploads.stream().filter(u -> u.id.equals(id)).findFirst().orElseThrow();
    }

    private void offset(HttpExchange call, Upload upload) {
        call.getResponseHeaders().set("Upload-Offset", offset.apply(upload.bytes.size()));
    }

    private void append(HttpExchange call, Upload upload) throws IOException {
        String claimed = call.getRequestHeaders().getFirst("Upload-Offset");
        if (Integer.parseInt(claimed) != upload.bytes.size()) {
            answer(call, 409, "{\"detail\":\"The upload goes on elsewhere.\"}");
            return;
        }
        Integer limit = breaks.poll();
        if (limit != null) {
            upload.bytes.writeBytes(call.getRequestBody().readNBytes(limit));
            return; // closed without an answer
        }
        upload.bytes.writeBytes(call.getRequestBody().readAllBytes());
        onAppend.happen();
        offset(call, upload);
        call.sendResponseHeaders(204, -1);
    }

    private static JsonObject json(HttpExchange call) {
        try {
            byte[] body = call.getRequestBody().readAllBytes();
            return JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean empty = body.length == 0 || call.getRequestMethod().equals("HEAD");
        call.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
