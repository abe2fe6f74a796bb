package io.seedhouse.publisher.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter as its template shows it.
 *
 * @param once whether the link grows old, and where new ones come from
 * @param unsubscribe address; null where nobody subscribed
 */
record LetterView(Wording wording, String link, String once, @Nullable String unsubscribe) {

    /** As plain text, the link on a line of its own. */
    String text() {
        var text = new StringBuilder();
        wording.paragraphs().forEach(p -> text.append(p).append("\n\n"));
        if (wording.quote() != null) {
            text.append(Plain.quoted(wording.quote())).append("\n\n");
        }
        text.append(wording.label()).append(":\n").append(link).append("\n\n");
        text.append(once).append("\n\n");
        if (unsubscribe != null) {
            text.append("No more mail from this publisher:\n").append(unsubscribe).append("\n\n");
        }
        text.append("-- \nSeedhouse\n");
        return text.toString();
    }

    /** Leaves the links out, so that they cannot reach a log. */
    @Override
    public String toString() {
        return "LetterView";
    }
}
