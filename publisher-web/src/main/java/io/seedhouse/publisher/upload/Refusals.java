package io.seedhouse.publisher.upload;

import static io.seedhouse.publisher.language.Say.again;
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
            case Create.BadName b -> Problem.of(422, again("packager", b.sentence()));
            case Create.NameTaken t -> Problem.of(409, say("bundle.file.taken", t.by()));
            case Create.NoRecipient n -> Problem.of(422, say("upload.no-recipient", n.name()));
            case Create.TooManyFiles t -> Problem.of(422, say("upload.too-many", t.bound()));
            case Create.TooLong t -> Problem.of(413, say("upload.too-long", t.bound()));
            case Create.NoRoom n -> Problem.of(507, say("upload.no-room"));
        };
    }

    static Problem of(Append refused) {
        return switch (refused) {
            case Append.Appended a -> throw new IllegalArgumentException("not refused: " + a);
            case Append.NoSuchUpload n -> Problem.notFound("upload");
            case Append.Broken b -> Problem.of(400, say("upload.broken", b.offset()));
            case Append.NotADraft n -> notADraft(n.status());
            case Append.Unopenable u -> Problem.of(422, again("recipient.file", say(u.sentence())));
            case Append.WrongOffset w ->
                    Problem.of(409, say("upload.offset", w.actual()))
                            .with("Upload-Offset", Long.toString(w.actual()));
            case Append.TooLong t -> Problem.of(413, say("upload.ends", t.length()));
            case Append.Held h -> held();
            case Append.NotStored n -> Problem.of(507, say("upload.not-stored", n.offset()));
        };
    }

    static Problem notADraft(Status status) {
        return Problem.of(409, say("bundle.final", say("bundle.status." + status.label())));
    }

    /** To HEAD, which must not give an offset then, so that clients begin again (tus 1.0.0). */
    static Problem refused(String sentence) {
        return Problem.of(410, again("recipient.file", say(sentence)));
    }

    static Problem held() {
        return Problem.of(423, say("upload.held"));
    }
}
