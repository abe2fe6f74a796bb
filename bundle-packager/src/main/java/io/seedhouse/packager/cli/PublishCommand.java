package io.seedhouse.packager.cli;

import io.seedhouse.packager.cli.publishing.BundleState;
import io.seedhouse.packager.cli.publishing.LocalFile;
import io.seedhouse.packager.cli.publishing.Plan;
import io.seedhouse.packager.cli.publishing.Publishing;
import io.seedhouse.packager.cli.publishing.Tier;
import io.seedhouse.packager.cli.terminal.Fault;
import io.seedhouse.packager.cli.terminal.Json;
import io.seedhouse.packager.hashing.Digests;
import io.seedhouse.packager.metainfo.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code publish}: options and report; the work is {@link Publishing}. */
@Command(
        name = "publish",
        description = {
            "Uploads, prices, seals and publishes a bundle on a Seedhouse platform.",
            "Interrupted and run again it goes on where it stopped. It asks for the password;"
                    + " scripts give it in a file or in SEEDHOUSE_PASSWORD, or a token in"
                    + " SEEDHOUSE_TOKEN."
        })
final class PublishCommand implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Option(
            names = "--server",
            required = true,
            paramLabel = "URL",
            description = "The platform, such as https://films.example")
    String server;

    @Mixin SignIn signIn = new SignIn();

    @Mixin PublishedFiles published = new PublishedFiles();

    @Option(names = "--title", required = true, description = "The bundle's title")
    String title;

    @Option(names = "--synopsis", description = "A few sentences for its page")
    String synopsis = "";

    @Option(names = "--category", description = "film, short, documentary, series, music, ...")
    @Nullable String category;

    @Option(
            names = "--recipients",
            arity = "1..*",
            paramLabel = "NAME",
            description =
                    "Publishes nothing: makes the draft and prints the recipient to encrypt each"
                            + " of these files to")
    List<String> recipients = List.of();

    @Option(
            names = "--tier",
            paramLabel = "NAME=PRICE[:FILES]",
            description =
                    "What to sell: 'The film=6.00usd:film.mp4,extras.mp4'; all paid files"
                            + " where none is named; 0 is free")
    List<String> tiers = List.of();

    @Option(names = "--currency", description = "Of prices that name none (${DEFAULT-VALUE})")
    String currency = "usd";

    @Option(
            names = "--premiere",
            paramLabel = "TIME",
            description = "When keys open, such as 2027-01-31T18:00:00Z; at once where missing")
    @Nullable String premiere;

    @Option(names = "--format", description = "hybrid (default), or v1 for old clients")
    String format = "hybrid";

    @Option(
            names = "--key",
            description = "Tells this bundle from your others instead of its title")
    @Nullable String key;

    @Option(names = "--insecure", description = "Lets the password travel over plain http")
    boolean insecure;

    @Option(names = "--json", description = "Ends stdout with a JSON object on one line")
    boolean json;

    @Override
    public Integer call() throws Fault, IOException, InterruptedException {
        URI platform = ServerAddress.parse(server, insecure, this::refuse);
        Plan plan = plan();
        try (Stages stages = new Stages(spec.commandLine().getErr());
                Publishing publishing = new Publishing(platform, stages)) {
            signIn.to(publishing);
            if (recipients.isEmpty()) {
                report(publishing.run(plan));
                published.tidy();
            } else {
                publishing.recipients(plan, recipients).forEach(this::print);
            }
        }
        return 0;
    }

    private Plan plan() throws Fault, IOException {
        List<LocalFile> files = published.find();
        if (files.isEmpty() && recipients.isEmpty()) {
            refuse("nothing to publish; give --free FILE, --paid FILE or --sealed FILE.age");
        }
        if (!format.equals("hybrid") && !format.equals("v1")) {
            refuse("--format: '%s' is neither hybrid nor v1".formatted(format));
        }
        String name = key == null ? "title " + title : "key " + key;
        byte[] digest = Digests.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
        String id = HexFormat.of().formatHex(digest);
        return new Plan(
                id, title, synopsis, category, files, tiers(), premiere, format, published.work);
    }

    private List<Tier> tiers() {
        List<Tier> parsed = new ArrayList<>();
        for (String tier : tiers) {
            try {
                parsed.add(Tier.parse(tier, currency));
            } catch (IllegalArgumentException e) {
                refuse("--tier: " + e.getMessage());
            }
        }
        return parsed;
    }

    private void refuse(String reason) {
        throw new ParameterException(spec.commandLine(), reason);
    }

    private void report(BundleState bundle) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("bundle", bundle.id());
        for (String fact : List.of("url", "infohashV1", "infohashV2", "magnet", "torrentUrl")) {
            fields.put(fact, bundle.fact(fact).orElse(null));
        }
        if (json) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(Json.object(fields));
            out.flush();
        } else {
            fields.forEach((name, value) -> {
                if (value != null) {
                    print(name, value);
                }
            });
        }
    }

    private void print(String name, Object value) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Printable.of(name + ": " + value));
        out.flush();
    }
}
