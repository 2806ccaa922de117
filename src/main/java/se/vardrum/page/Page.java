package se.vardrum.page;

import org.jspecify.annotations.Nullable;

/**
 * What every template gets as its parameter "page" without asking: texts in the reader's language, the anti-forgery
 * token, who is signed in, and whether this is a demo.
 *
 * @param path the path and query of this page, for coming back after a change of language
 */
public record Page(
        Texts t, String csrf, String path, @Nullable Who who, boolean demo) {

    /** The one who is signed in, as the top bar shows it. */
    public record Who(String name, String detail, String unit, String home) {}

    /** Who is signed in on a request; {@code access} answers. */
    public interface Signed {
        @Nullable
        Who who(jakarta.servlet.http.HttpServletRequest request);
    }

    /** Two letters for a round mark: "Jake Nordin" gives "JN". */
    public static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].isEmpty() ? "?" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        if (words.length == 1) return first.toUpperCase(java.util.Locale.ROOT);
        var last = words[words.length - 1];
        return (first + last.substring(0, last.offsetByCodePoints(0, 1))).toUpperCase(java.util.Locale.ROOT);
    }
}
