package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.say;

import io.seedhouse.publisher.Problem;
import io.seedhouse.publisher.bundle.Status;

/** Refused uploads in the words and the status codes of tus. */
final class Refusals {
    private Refusals() {}

    static Problem of(Create refused) {
        return switch (refused) {
            case Create.Created c -> throw new IllegalArgumentException("not refused: " + c);
            case Create.Resumed r -> throw new IllegalArgumentException("not refused: " + r);
            case Create.NoSuchBundle n -> Problem.notFound("bundle");
            case Create.NotADraft n -> notADraft(n.status());
            case Create.BadName b -> Problem.of(422, b.sentence());
            case Create.NameTaken t ->
                    Problem.of(
                            409,
                            "The bundle already has a file \"%s\": delete it or rename this one."
                                    .formatted(t.by()));
            case Create.NoRecipient n ->
                    Problem.of(
                            422,
                            "No recipient was issued for \"%s\": ask for one at recipients and seal the file to it."
                                    .formatted(n.name()));
            case Create.TooManyFiles t ->
                    Problem.of(
                            422,
                            "A bundle holds at most %d files: make a second one."
                                    .formatted(t.bound()));
            case Create.TooLong t ->
                    Problem.of(413, "A file may have at most %d bytes.".formatted(t.bound()));
            case Create.NoRoom n ->
                    Problem.of(507, "The server has no room for this file: tell its operator.");
        };
    }

    static Problem of(Append refused) {
        return switch (refused) {
            case Append.Appended a -> throw new IllegalArgumentException("not refused: " + a);
            case Append.NoSuchUpload n -> Problem.notFound("upload");
            case Append.Broken b ->
                    Problem.of(
                            400, "The connection broke at byte %d: resume.".formatted(b.offset()));
            case Append.NotADraft n -> notADraft(n.status());
            case Append.Unopenable u -> Problem.of(422, say(u.sentence()));
            case Append.WrongOffset w ->
                    Problem.of(409, "The upload goes on at byte %d.".formatted(w.actual()))
                            .with("Upload-Offset", Long.toString(w.actual()));
            case Append.TooLong t ->
                    Problem.of(
                            413, "The upload ends at byte %d as announced.".formatted(t.length()));
            case Append.Held h -> held();
            case Append.NotStored n ->
                    Problem.of(
                            507,
                            "The server could not store more than %d bytes: try again later."
                                    .formatted(n.offset()));
        };
    }

    static Problem notADraft(Status status) {
        return Problem.of(409, "The bundle is %s: its files are final.".formatted(status.label()));
    }

    /** To HEAD, which must not give an offset then, so that clients begin again (tus 1.0.0). */
    static Problem refused(String sentence) {
        return Problem.of(410, say(sentence));
    }

    static Problem held() {
        return Problem.of(423, "Another request is at this upload: try again in a moment.");
    }
}
