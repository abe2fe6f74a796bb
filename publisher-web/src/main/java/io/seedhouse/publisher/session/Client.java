package io.seedhouse.publisher.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a browser said it was, in words its owner knows it by.
 *
 * @param browser such as {@code Firefox}; empty for one unknown
 * @param system such as {@code Android}; empty for one unknown
 * @param network the address it came from, without its last part
 */
public record Client(String browser, String system, String network) {
    /** Each names itself after those it resembles, so the order matters. */
    private static final Map<String, String> BROWSERS =
            ordered(
                    "Edg", "Edge",
                    "OPR/", "Opera",
                    "SamsungBrowser/", "Samsung Internet",
                    "Firefox/", "Firefox",
                    "FxiOS/", "Firefox",
                    "Chrome/", "Chrome",
                    "CriOS/", "Chrome",
                    "Safari/", "Safari",
                    "curl/", "curl");

    private static final Map<String, String> SYSTEMS =
            ordered(
                    "Android", "Android",
                    "iPhone", "iPhone",
                    "iPad", "iPad",
                    "Windows", "Windows",
                    "CrOS", "ChromeOS",
                    "Mac OS X", "macOS",
                    "Linux", "Linux");

    /**
     * @param clientAddress as the door tells it
     */
    public static Client of(HttpServletRequest request, String clientAddress) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        return told(agent, clientAddress);
    }

    static Client told(String agent, String clientAddress) {
        return new Client(first(BROWSERS, agent), first(SYSTEMS, agent), Network.of(clientAddress));
    }

    /** Nothing of what a client says is kept, only which of our own words fits. */
    private static String first(Map<String, String> words, String agent) {
        return words.entrySet().stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
