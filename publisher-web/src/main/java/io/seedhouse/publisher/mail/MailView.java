package io.seedhouse.publisher.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters on a page, newest first. */
record MailView(List<Item> items) {
    MailView {
        items = List.copyOf(items);
    }

    record Item(String to, String subject, Instant at, List<Piece> text) {
        Item {
            text = List.copyOf(text);
        }
    }

    /**
     * @param href the same as the text, where it is a link of ours; null otherwise
     */
    record Piece(String text, @Nullable String href) {}

    /**
     * @param base address that every link of ours begins with
     */
    static MailView of(List<ShownLetter> letters, String base) {
        Pattern link = Pattern.compile(Pattern.quote(base) + "[A-Za-z0-9/?=_-]+");
        return new MailView(
                letters.stream()
                        .map(l -> new Item(l.to(), l.subject(), l.at(), pieces(l.text(), link)))
                        .toList());
    }

    private static List<Piece> pieces(String text, Pattern link) {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = link.matcher(text);
        int from = 0;
        while (links.find()) {
            pieces.add(new Piece(text.substring(from, links.start()), null));
            pieces.add(new Piece(links.group(), links.group()));
            from = links.end();
        }
        pieces.add(new Piece(text.substring(from), null));
        return pieces;
    }

    /** Leaves the letters out, so that no link can reach a log. */
    @Override
    public String toString() {
        return "MailView";
    }
}
