package io.seedhouse.publisher.mail;

import io.seedhouse.publisher.OwnerOnly;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Keeps letters as files, for a platform that is tried out and has no mail server. They open
 * whatever they lead to, so only their owner can read them.
 *
 * @param folder made when the first letter comes
 */
record ShownMail(Path folder, Envelope envelope) implements Post {
    /** The newest so many are kept. */
    static final int MOST = 500;

    @Override
    public Posted post(Letter letter) {
        Instant now = Instant.now();
        try {
            MimeMessage message = envelope.seal(Session.getInstance(new Properties()), letter, now);
            write(message, "%013d-%s.eml".formatted(now.toEpochMilli(), letter.id()));
            return new Posted.Taken();
        } catch (AddressException e) {
            return new Posted.Refused("it is no address that mail can be sent to");
        } catch (MessagingException | IOException e) {
            return new Posted.Failed(
                    "the folder of mails takes none: " + e.getClass().getSimpleName());
        }
    }

    private void write(MimeMessage message, String name) throws IOException, MessagingException {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        Path draft = Files.createTempFile(folder, "draft", "", OwnerOnly.file(folder));
        try (OutputStream out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        for (Path old : files().stream().skip(MOST).toList()) {
            Files.deleteIfExists(old);
        }
    }

    /** Newest first; what cannot be read is left out. */
    List<ShownLetter> letters() {
        return files().stream().flatMap(file -> ShownLetter.read(file).stream()).toList();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (NoSuchFileException noLetterYet) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
