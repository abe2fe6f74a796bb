package io.seedhouse.packager.cli.publishing;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.util.Optional;

/** Brings the files of a plan into a draft. */
record Uploading(
        Connection connection,
        Platform platform,
        Patience patience,
        Watcher watcher,
        HomeSealing sealing) {

    /** Uploads a file of a draft, as far as it is not there; seals it first where that is asked. */
    void upload(BundleState bundle, LocalFile file) throws IOException, InterruptedException {
        if (file.access() == LocalFile.Access.SEAL_HERE) {
            sealAndUpload(bundle, file);
        } else if (!isThere(bundle, file, file.length())) {
            TusUpload upload = upload(file, file);
            upload.send(upload.begin(bundle.id(), file.uploadName(), file.access().label()));
        }
    }

    private void sealAndUpload(BundleState bundle, LocalFile file)
            throws IOException, InterruptedException {
        if (!isThere(bundle, file, HomeSealing.sealedLength(file))) {
            boolean anew = !sealing.isSealed(file) || wasRefused(bundle, file);
            if (anew) {
                sealing.seal(file, platform.recipient(bundle.id(), file.uploadName()));
            }
            LocalFile sealed = new LocalFile(sealing.sealed(file), LocalFile.Access.SEALED);
            TusUpload upload = upload(file, sealed);
            String address = upload.begin(bundle.id(), file.uploadName(), "sealed");
            if (anew && upload.offset(address) > 0) {
                upload.drop(address); // the beginning of another ciphertext
                address = upload.begin(bundle.id(), file.uploadName(), "sealed");
            }
            upload.send(address);
        }
        try {
            sealing.forget(file);
        } catch (DirectoryNotEmptyException e) {
            // Other files are still to come.
        }
    }

    private static boolean wasRefused(BundleState bundle, LocalFile file) {
        return bundle.file(file.name()).filter(BundleState.Arrived::refused).isPresent();
    }

    private TusUpload upload(LocalFile named, LocalFile sent) throws IOException {
        watcher.begin("uploading " + named.name(), sent.length());
        return new TusUpload(connection, patience, watcher, sent.path());
    }

    private static boolean isThere(BundleState bundle, LocalFile file, long length) {
        Optional<BundleState.Arrived> there = bundle.file(file.name());
        return there.filter(BundleState.Arrived::isComplete)
                .filter(t -> t.length() == length && t.access().equals(file.access().label()))
                .isPresent();
    }
}
