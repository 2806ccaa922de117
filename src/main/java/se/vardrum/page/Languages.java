package se.vardrum.page;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Swedish first, English by choice. The choice is a cookie; a browser's own language decides nothing (docs/decisions/0006). */
@Component
public class Languages {

    static final String COOKIE = "language";

    private final Map<String, Texts> byLanguage;

    Languages() throws IOException {
        byLanguage = Map.of("sv", read("sv"), "en", read("en"));
    }

    /** The texts of "sv" or "en"; anything else is Swedish. */
    public Texts of(String language) {
        return requireNonNull(byLanguage.get(language.equals("en") ? "en" : "sv"));
    }

    public Texts of(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        return of(chosen == null ? "sv" : chosen.getValue());
    }

    private static Texts read(String language) throws IOException {
        var all = new TreeMap<String, String>();
        var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:text/*/messages_" + language + ".properties");
        for (var file : files) {
            var some = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                some.load(reader);
            }
            some.forEach((key, text) -> all.put((String) key, (String) text));
        }
        return new Texts(Locale.of(language, language.equals("sv") ? "SE" : "GB"), Map.copyOf(all));
    }
}
