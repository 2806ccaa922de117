package se.vardrum.page;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed and gathers what is wrong with it, in the order of the form. What was typed is never lost:
 * only characters that cannot be shown or stored are taken out, and then the reader is told.
 */
public final class Form {

    private final Texts t;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public Form(Texts t) {
        this.t = t;
    }

    /** One line, trimmed; null counts as empty. */
    public String line(String field, @Nullable String typed, int longest) {
        return clean(field, typed, longest, false).strip();
    }

    /** Several lines. */
    public String text(String field, @Nullable String typed, int longest) {
        return clean(field, typed, longest, true).strip();
    }

    public String required(String field, @Nullable String typed, int longest, String problemKey) {
        var line = line(field, typed, longest);
        if (line.isEmpty()) problem(field, problemKey);
        return line;
    }

    /** A name out of letters, or the problem that there is none or that it is none. Answers it as typed. */
    public String name(String field, String typed, String missingKey, String wrongKey) {
        if (typed.isEmpty()) problem(field, missingKey);
        else if (!Names.possible(typed)) problem(field, wrongKey);
        return typed;
    }

    /** A number that takes an SMS, in E.164; null, and the problem said, when it is none. */
    public @Nullable String mobile(String field, String typed) {
        return switch (Phone.mobile(typed)) {
            case Phone.Read.Mobile(var e164) -> e164;
            case Phone.Read.Wrong(var key) -> {
                problem(field, key);
                yield null;
            }
        };
    }

    /** Says what is wrong with that field, by the key of a text; the first thing said stands. */
    public void problem(String field, String key, Object... values) {
        problems.putIfAbsent(field, t.say(key, values));
    }

    public boolean ok() {
        return problems.isEmpty();
    }

    /** Field name to sentence, in the order they were found; empty when all is well. */
    public Map<String, String> problems() {
        return java.util.Collections.unmodifiableMap(problems);
    }

    private String clean(String field, @Nullable String typed, int longest, boolean lines) {
        if (typed == null) return "";
        var kept = new StringBuilder();
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().forEach(c -> {
            boolean wanted = !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
            if (wanted || (lines && c == '\n')) kept.appendCodePoint(c);
            else if (c == '\t') kept.append(' ');
            else if (c != '\r') problem(field, "page.problem.characters");
        });
        if (kept.codePointCount(0, kept.length()) > longest) problem(field, "page.problem.long", longest);
        return kept.toString();
    }
}
