package io.seedhouse.publisher.language;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read stands in the books and nowhere else. */
class NoWordsElsewhereTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java/io/seedhouse/publisher");

    /** Still to be moved; this list only gets shorter. Letters stay, in English. */
    private static final Set<String> TEMPLATES_NOT_YET =
            Set.of("mail/letter.jte", "contact/contacts.jte");

    /** Still to be moved; this list only gets shorter. */
    private static final Set<String> CODE_NOT_YET = Set.of("contact/ContactsPage.java");

    /** Names and code samples, which are the same in every language. */
    private static final Pattern NAMES =
            Pattern.compile(
                    "Seedhouse|keyring\\.txt|\\bage\\b|\\bCSV\\b|WINTER26|https://"
                            + "|batch,recipient,discount,uses&#10;Press,Ann Ree,full,1");

    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String PARENTHESES =
            "\\((?:[^()]|\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))*\\)";
    private static final Pattern HEAD = Pattern.compile("(?m)^(@import|@param|!\\{).*$");
    private static final Pattern LAYOUT =
            Pattern.compile("@template\\.page\\.layout\\([^`]*`|`,\\s*[a-z]+ = @`");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(?:[^{}\"]|" + STRING + ")*}");
    private static final Pattern DIRECTIVE =
            Pattern.compile("@(?:if|elseif|for|template\\.[a-z.-]+)" + PARENTHESES);
    private static final Pattern BARE = Pattern.compile("@(?:else|endif|endfor)");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("(?:aria-label|placeholder|title|alt|label)=\"([^\"]*)\"");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");

    private static final Pattern LITERAL = Pattern.compile(STRING);

    /** A capital in front, or three words: not the name of a class or a field. */
    private static final Pattern WORDS = Pattern.compile("[A-Z]\\p{L}+|\\p{L}+ \\p{L}+ \\p{L}+");

    private static final Pattern REFUSAL =
            Pattern.compile(
                    "(?:new Invalid\\(\\s*[^,;]+,|Problem\\.of\\(\\s*\\d+,|new Refused\\(\\s*\\d+,"
                            + "|Problem\\.unauthorized\\()\\s*\\(?\"[A-Z][^\"]*\"");

    static List<String> templates() throws IOException {
        return files(TEMPLATES, TEMPLATES_NOT_YET);
    }

    static List<String> code() throws IOException {
        return files(CODE, CODE_NOT_YET);
    }

    private static List<String> files(Path root, Set<String> without) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !without.contains(file))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noTemplateHoldsWords(String template) throws IOException {
        assertEquals("", words(Files.readString(TEMPLATES.resolve(template))));
    }

    @ParameterizedTest
    @MethodSource("code")
    void noRefusalHoldsWords(String file) throws IOException {
        assertEquals("", found(REFUSAL, Files.readString(CODE.resolve(file))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <p>Buy it</p>                                      | Buy it
                    <p>${say("a.b")}, Buy</p>                          | Buy
                    <input placeholder="Your name">                    | Your name
                    <p>${it.done() ? "Keep it" : say("a.b")}</p>       | Keep it
                    @template.a.b(title = "Mails to you", n = x.y())   | Mails to you
                    @template.page.layout(title = "The films", c = @`  | The films
                    @template.a.b(a = "x", studio = true, b = "Done")  | Done
                    """)
    void seesWordsWhereverTheyHide(String template, String hidden) {
        assertEquals(hidden, words(template).replace("\"", ""));
    }

    @Test
    void knowsMarkupFromWords() {
        assertEquals(
                "",
                words(
                        """
                        @import a.B
                        @template.page.layout(title = say("a.b") + " – Seedhouse", content = @`
                        @if(view.rows().isEmpty() && !list.of("x").isDone())
                        <p class="say wrong" lang="${a.b()}">${say("a.c", a.b())}: <b>2</b></p>
                        @else
                        <img alt="" class="${a ? "btn gold" : "x"}">
                        @endif
                        `)
                        """));
    }

    private static String words(String template) {
        String body = HEAD.matcher(template).replaceAll("");
        StringBuilder found = new StringBuilder();
        for (Pattern code : List.of(LAYOUT, EXPRESSION, DIRECTIVE)) {
            for (Matcher part = code.matcher(body); part.find(); ) {
                found.append(literals(NAMES.matcher(part.group()).replaceAll("")));
            }
            body = code.matcher(body).replaceAll("");
        }
        body = NAMES.matcher(BARE.matcher(body).replaceAll("")).replaceAll("");
        for (Matcher read = READ_ATTRIBUTE.matcher(body); read.find(); ) {
            found.append(LETTERS.matcher(read.group(1)).find() ? read.group(1) : "");
        }
        return found + text(TAG.matcher(body).replaceAll("\n"));
    }

    private static String literals(String code) {
        return LITERAL.matcher(code)
                .results()
                .map(literal -> literal.group())
                .filter(literal -> WORDS.matcher(literal).find())
                .collect(joining("\n"));
    }

    private static String text(String body) {
        return body.lines()
                .map(line -> line.replaceAll("^[\\s,]+", "").strip())
                .filter(line -> LETTERS.matcher(line).find())
                .collect(joining("\n"));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(match -> match.group()).collect(joining("\n"));
    }
}
