package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.seedhouse.it.Http.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments of a release as the REST API takes them. */
final class Plans {
    private Plans() {}

    /** Pairs of a field and seconds from now. */
    static String in(Object... pairs) {
        var plan = new JsonObject();
        for (int i = 0; i < pairs.length; i += 2) {
            Instant moment = Instant.now().plusSeconds((int) pairs[i + 1]);
            plan.addProperty((String) pairs[i], moment.truncatedTo(ChronoUnit.MILLIS).toString());
        }
        return plan.toString();
    }

    static JsonObject put(Studio studio, String bundle, String plan) {
        Answer answer = studio.http().put("/api/v1/bundles/" + bundle + "/windows", plan);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    static JsonObject publish(Studio studio, String bundle, String plan) {
        Answer answer = studio.http().post("/api/v1/bundles/" + bundle + "/publish", plan);
        assertEquals(200, answer.status(), answer.text());
        return answer.json();
    }

    /** Marks a file as an extra. */
    static Answer mark(Studio studio, String bundle, String name, boolean extra) {
        String address = "/api/v1/bundles/" + bundle + "/files/" + file(studio, bundle, name);
        return studio.http().put(address, "{\"extra\":" + extra + "}");
    }

    private static String file(Studio studio, String bundle, String name) {
        JsonArray files = studio.show(bundle).getAsJsonArray("files");
        return files.asList().stream()
                .map(file -> file.getAsJsonObject())
                .filter(file -> file.get("name").getAsString().equals(name))
                .map(file -> file.get("id").getAsString())
                .findFirst()
                .orElseThrow();
    }
}
