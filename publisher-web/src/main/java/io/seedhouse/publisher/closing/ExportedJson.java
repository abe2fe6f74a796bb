package io.seedhouse.publisher.closing;

import io.seedhouse.paygate.api.Offer;
import io.seedhouse.publisher.account.Publisher;
import io.seedhouse.publisher.bundle.Bundle;
import io.seedhouse.publisher.bundle.BundleFile;
import io.seedhouse.publisher.bundle.Credit;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an export says in JSON. */
final class ExportedJson {
    private ExportedJson() {}

    static String account(Publisher publisher) {
        return Json.createObjectBuilder()
                .add("id", publisher.id().toString())
                .add("name", publisher.name())
                .add("email", publisher.email())
                .add("created", publisher.created().toString())
                .build()
                .toString();
    }

    static String bundle(Bundle bundle, List<BundleFile> files, List<Offer> tiers) {
        JsonObjectBuilder json =
                Json.createObjectBuilder()
                        .add("id", bundle.id().toString())
                        .add("title", bundle.title())
                        .add("synopsis", bundle.synopsis())
                        .add("category", bundle.category().label())
                        .add("status", bundle.status().label())
                        .add("created", bundle.created().toString());
        put(json, "published", bundle.published());
        put(json, "premiere", bundle.premiere());
        put(json, "infohashV1", bundle.infohashV1());
        put(json, "infohashV2", bundle.infohashV2());
        put(json, "magnet", bundle.magnet());
        json.add("languages", Json.createArrayBuilder(bundle.languages().tags()));
        json.add("credits", credits(bundle.credits()));
        return json.add("files", files(files)).add("tiers", tiers(tiers)).build().toString();
    }

    private static void put(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static JsonArrayBuilder credits(List<Credit> credits) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        credits.forEach(c ->
                json.add(Json.createObjectBuilder().add("role", c.role()).add("name", c.name())));
        return json;
    }

    private static JsonArrayBuilder files(List<BundleFile> files) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        files.forEach(file ->
                json.add(
                        Json.createObjectBuilder()
                                .add("name", file.name())
                                .add("access", file.access().label())
                                .add("bytes", file.length())));
        return json;
    }

    private static JsonArrayBuilder tiers(List<Offer> tiers) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        tiers.forEach(offer -> {
            JsonArrayBuilder names = Json.createArrayBuilder();
            offer.files().forEach(file -> names.add(file.name()));
            json.add(Json.createObjectBuilder().add("tier", offer.tier()).add("files", names));
        });
        return json;
    }
}
