package io.seedhouse.publisher.language;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Binds the reader of every request, before any other filter: what those refuse is put into words
 * too. It is named in {@code web.xml}, for the order of annotated filters is nobody's promise.
 */
public class LanguageFilter extends HttpFilter {
    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Reader reader = Reader.of(chosen(request), request.getHeader("Accept-Language"));
        try {
            reader.call(() -> {
                chain.doFilter(request, response);
                return reader;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static @Nullable String chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(c -> c.getName().equals(LanguagePage.COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }
}
