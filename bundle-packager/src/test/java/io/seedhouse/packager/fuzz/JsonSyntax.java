package io.seedhouse.packager.fuzz;

/** Checks that a text is one JSON value (RFC 8259), without white space and real numbers. */
final class JsonSyntax {
    private final String text;
    private int at;

    private JsonSyntax(String text) {
        this.text = text;
    }

    static void check(String text) {
        JsonSyntax syntax = new JsonSyntax(text);
        syntax.value();
        syntax.require(syntax.at == text.length());
    }

    private void value() {
        switch (peek()) {
            case '{' -> items('}', true);
            case '[' -> items(']', false);
            case '"' -> string();
            default -> word();
        }
    }

    private void items(char end, boolean named) {
        at++;
        while (peek() != end) {
            if (named) {
                string();
                take(':');
            }
            value();
            if (peek() != end) {
                take(',');
                require(peek() != end);
            }
        }
        at++;
    }

    private void string() {
        take('"');
        while (peek() != '"') {
            require(peek() >= ' ');
            at += peek() != '\\' ? 1 : text.startsWith("u", at + 1) ? hex() : escape();
        }
        at++;
    }

    private int hex() {
        for (int i = at + 2; i < at + 6; i++) {
            require(i < text.length() && Character.digit(text.charAt(i), 16) >= 0);
        }
        return 6;
    }

    private int escape() {
        require(at + 1 < text.length() && "\"\\/bfnrt".indexOf(text.charAt(at + 1)) >= 0);
        return 2;
    }

    private void word() {
        int from = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        require(text.substring(from, at).matches("true|false|null|-?(0|[1-9][0-9]*)"));
    }

    private void take(char wanted) {
        require(peek() == wanted);
        at++;
    }

    private char peek() {
        require(at < text.length());
        return text.charAt(at);
    }

    private void require(boolean sound) {
        if (!sound) {
            throw new AssertionError("no JSON at character " + at + ": " + text);
        }
    }
}
