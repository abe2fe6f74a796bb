package io.seedhouse.packager.cli.publishing;

import io.seedhouse.packager.cli.publishing.BundleState.Arrived;
import io.seedhouse.packager.cli.publishing.LocalFile.Access;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Brings the files of a plan into a draft. The server says how much of a file it has but not of
 * which state of it, so that is noted here when an upload begins; bytes on the server that no note
 * vouches for are dropped and uploaded anew.
 */
record Uploading(
        Connection connection,
        Platform platform,
        Patience patience,
        Watcher watcher,
        WorkFolder work,
        HomeSealing sealing) {

    /** Uploads a file of a draft, as far as it is not there; seals it first where that is asked. */
    void upload(BundleState bundle, LocalFile file) throws IOException, InterruptedException {
        String stamp = file.stamp();
        Optional<Arrived> there = bundle.file(file.name());
        Optional<Arrived> ours = Optional.empty();
        if (there.isPresent() && canGoOn(there.get(), file, stamp)) {
            ours = there;
        } else if (there.isPresent()) {
            drop(there.get(), file);
        }
        if (ours.filter(Arrived::isComplete).isEmpty()) {
            send(bundle, file, stamp, there.isPresent() && ours.isEmpty());
            checkUnchanged(file, stamp);
        }
        if (file.access() == Access.SEAL_HERE) {
            sealing.forget(file);
        }
    }

    /** Refuses a file that was edited after it came to a bundle that takes no more files. */
    void checkFinal(BundleState bundle, LocalFile file) throws IOException {
        Optional<Arrived> there = bundle.file(file.name());
        if (there.isPresent()
                && work.has(note(file))
                && !work.says(note(file), vouching(there.get().id(), file.stamp()))) {
            throw new PlatformException(
                    "%s changed after it was uploaded, and the bundle is %s: its files are final; publish it as it is in the studio, or begin another bundle with --key"
                            .formatted(file.path(), bundle.status()));
        }
    }

    private boolean canGoOn(Arrived there, LocalFile file, String stamp) throws IOException {
        return !there.refused()
                && there.access().equals(file.access().label())
                && work.says(note(file), vouching(there.id(), stamp))
                && (there.isComplete()
                        || file.access() != Access.SEAL_HERE
                        || sealing.isSealed(file, stamp));
    }

    private void drop(Arrived there, LocalFile file) throws IOException, InterruptedException {
        work.forget(note(file));
        if (there.refused()) {
            sealing.forget(file);
        }
        TusUpload.drop(connection, there.address());
    }

    private void send(BundleState bundle, LocalFile file, String stamp, boolean anew)
            throws IOException, InterruptedException {
        Path bytes = file.path();
        if (file.access() == Access.SEAL_HERE) {
            if (!sealing.isSealed(file, stamp)) {
                sealing.seal(file, stamp, platform.recipient(bundle.id(), file.uploadName()));
            }
            bytes = sealing.sealed(file);
        }
        TusUpload upload = new TusUpload(connection, patience, watcher, bytes);
        String why = anew ? " anew, as the server may have another state of it" : "";
        watcher.begin("uploading " + file.name() + why, upload.length());
        String address = upload.begin(bundle.id(), file.uploadName(), file.access().label());
        String id = address.substring(address.lastIndexOf('/') + 1);
        work.write(note(file), vouching(id, stamp));
        upload.send(address);
    }

    private static void checkUnchanged(LocalFile file, String stamp) throws IOException {
        if (!file.stamp().equals(stamp)) {
            throw new PlatformException(
                    "%s changed while it was uploaded; run the same command again when it is complete"
                            .formatted(file.path()));
        }
    }

    /** A free film.mp4.age is another file than film.mp4, sealed. */
    private static String note(LocalFile file) {
        return file.uploadName() + "." + file.access().label() + ".upload";
    }

    private static String vouching(String upload, String stamp) {
        return upload + "\n" + stamp + "\n";
    }
}
