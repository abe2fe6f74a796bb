package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Publishes a plan: {@link #signIn}, then {@link #run}. Interrupted and made again with the same
 * plan it goes on; finished and made again it changes prices and the premiere, and nothing else.
 */
public final class Publishing implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final URI server;
    private final Connection connection;
    private final Platform platform;
    private final Patience patience;
    private final Watcher watcher;

    /**
     * @param server the platform's address without a path, such as {@code https://films.example}
     */
    public Publishing(URI server, Watcher watcher) {
        this(server, watcher, Patience.USUAL);
    }

    Publishing(URI server, Watcher watcher, Patience patience) {
        this.server = server;
        this.connection = new Connection(server, patience, watcher);
        this.platform = new Platform(connection, patience);
        this.patience = patience;
        this.watcher = watcher;
    }

    /**
     * Signs in for the calls that follow.
     *
     * @throws PlatformException for a wrong password and for a server that does not answer
     */
    public void signIn(String email, String password)
            throws PlatformException, InterruptedException {
        platform.signIn(email, password);
    }

    /**
     * Uses a token of an earlier sign-in.
     *
     * @throws PlatformException when it can be none
     */
    public void signIn(String token) throws PlatformException {
        connection.authorize(token);
    }

    /**
     * Makes the draft where it is not made yet, and asks for recipients to seal its files to.
     *
     * @return by the names given, in their order
     */
    public Map<String, String> recipients(Plan plan, List<String> names)
            throws PlatformException, InterruptedException {
        BundleState bundle = platform.create(plan);
        Map<String, String> recipients = new LinkedHashMap<>();
        for (String name : names) {
            recipients.put(name, platform.recipient(bundle.id(), name));
        }
        return recipients;
    }

    /**
     * Does all that is left to do.
     *
     * @return the published bundle
     * @throws PlatformException when the platform refuses or stays away
     * @throws IOException naming the file, when one cannot be read
     */
    public BundleState run(Plan plan) throws IOException, InterruptedException {
        BundleState bundle = platform.create(plan);
        if (bundle.isWithdrawn()) {
            throw new PlatformException(
                    "the bundle was withdrawn: publish it again in the studio, or begin another bundle with --key");
        }
        refuseOtherFiles(bundle, plan);
        WorkFolder work = WorkFolder.of(plan.work(), server, bundle.id());
        bringFiles(bundle, plan, uploading(work));
        for (Tier tier : plan.tiers()) {
            platform.price(bundle.id(), tier, filesOf(tier, plan));
        }
        if (bundle.isDraft()) {
            platform.seal(bundle.id(), plan.format());
        }
        awaitSealed(bundle.id());
        BundleState published = platform.publish(bundle.id(), plan.premiere());
        work.delete();
        return published;
    }

    private Uploading uploading(WorkFolder work) {
        HomeSealing sealing = new HomeSealing(work, watcher);
        return new Uploading(connection, platform, patience, watcher, work, sealing);
    }

    private static void bringFiles(BundleState bundle, Plan plan, Uploading uploading)
            throws IOException, InterruptedException {
        for (LocalFile file : plan.files()) {
            if (bundle.isDraft()) {
                uploading.upload(bundle, file);
            } else if (!bundle.isPublished()) {
                uploading.checkFinal(bundle, file);
            }
        }
    }

    /** What lies in the draft and is not asked for would be published with the rest. */
    private static void refuseOtherFiles(BundleState bundle, Plan plan) throws PlatformException {
        Set<String> wanted = plan.files().stream().map(LocalFile::name).collect(Collectors.toSet());
        for (BundleState.Arrived there : bundle.files()) {
            if (!wanted.contains(there.name())) {
                throw new PlatformException(
                        "the bundle holds %s, which this command does not name: name it, remove it in the studio, or begin another bundle with --key"
                                .formatted(there.name()));
            }
        }
        for (LocalFile file : plan.files()) {
            if (!bundle.isDraft() && bundle.file(file.name()).isEmpty()) {
                throw new PlatformException(
                        "the bundle is %s and has no %s: its files are final; begin another bundle with --key"
                                .formatted(bundle.status(), file.name()));
            }
        }
    }

    private static List<String> filesOf(Tier tier, Plan plan) {
        return tier.files().isEmpty()
                ? plan.files().stream()
                        .filter(f -> f.access().isSold())
                        .map(LocalFile::name)
                        .toList()
                : tier.files();
    }

    private void awaitSealed(String id) throws PlatformException, InterruptedException {
        BundleState now = platform.show(id);
        watcher.begin("sealing", now.totalBytes());
        long done = 0;
        while (now.isSealing()) {
            watcher.advance(Math.max(0, now.doneBytes() - done));
            done = Math.max(done, now.doneBytes());
            patience.sleeper().sleep(POLL);
            now = platform.show(id);
        }
        if (now.isDraft()) {
            throw new PlatformException(
                    "sealing failed: " + now.fact("problem").orElse("the server gives no reason"));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
