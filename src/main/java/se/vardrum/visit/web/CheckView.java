package se.vardrum.visit.web;

import java.util.TreeMap;
import se.vardrum.page.Page;
import se.vardrum.page.Texts;
import tools.jackson.databind.json.JsonMapper;

/**
 * The device check, which tells nothing of the visit.
 *
 * @param url of this page, and where its results are posted
 * @param doorUrl the way to the visit
 * @param kept the result is kept for the staff; false for the general link
 * @param phone whom to ring, E.164; empty where that is not told
 * @param phoneShown as people write it, or whom to ring in words
 */
public record CheckView(String url, String doorUrl, boolean kept, String phone, String phoneShown) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The script's own texts, and those it shares with the door, as JSON. */
    public String texts(Page page) {
        return texts(page.t());
    }

    private static String texts(Texts t) {
        var all = new TreeMap<String, String>();
        t.under("call.js.trouble.").forEach((key, text) -> all.put("trouble." + key, text));
        all.putAll(t.under("check.js."));
        return JSON.writeValueAsString(all);
    }
}
