package se.vardrum.page;

import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of one language, and the ways to say a moment in it. Keys start with the module's name; they stand in
 * src/main/resources/text/MODULE/messages_sv.properties and messages_en.properties, with {0} {1} … for values.
 */
public final class Texts {

    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);

    private final Locale locale;
    private final Map<String, String> byKey;

    Texts(Locale locale, Map<String, String> byKey) {
        this.locale = locale;
        this.byKey = byKey;
    }

    /** "sv" or "en". */
    public String language() {
        return locale.getLanguage();
    }

    public boolean swedish() {
        return language().equals("sv");
    }

    public Locale locale() {
        return locale;
    }

    /** The text of that key with its values put in; a missing key shows itself, and a test finds it first. */
    public String say(String key, Object... values) {
        var text = byKey.get(key);
        if (text == null) {
            LOG.error("no text {} in {}", key, locale);
            return key;
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** KEY.one for exactly one, otherwise KEY.many; {0} is the count and the values follow. */
    public String count(String key, long count, Object... values) {
        var all = new Object[values.length + 1];
        all[0] = count;
        System.arraycopy(values, 0, all, 1, values.length);
        return say(key + (count == 1 ? ".one" : ".many"), all);
    }

    /** All of this language's texts whose key starts so, for a script that needs them. */
    public Map<String, String> under(String prefix) {
        var some = new java.util.TreeMap<String, String>();
        byKey.forEach((key, text) -> {
            if (key.startsWith(prefix)) some.put(key.substring(prefix.length()), text);
        });
        return some;
    }

    /** The ways to say a moment in this language, in that zone. */
    public Moments in(java.time.ZoneId zone) {
        return new Moments(this, zone);
    }
}
