package se.vardrum.messaging;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The alphabet of ordinary SMS (3GPP TS 23.038), one septet an octet as SMPP carries it. */
final class Gsm7 {

    /** The code of a character is its place. Place 27 leads to the extension table. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\033ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};
    private static final int ESCAPE = 0x1b;

    private Gsm7() {}

    /** Two septets for ^{}[]~\|€, one for the rest, zero for what the alphabet does not have. */
    static int septets(char c) {
        if (EXTENDED.indexOf(c) >= 0) return 2;
        return c != ESCAPE && BASIC.indexOf(c) >= 0 ? 1 : 0;
    }

    static boolean fits(String text) {
        return text.chars().allMatch(c -> septets((char) c) > 0);
    }

    /** The octets of the text, or null when the alphabet lacks a character of it. */
    static byte @Nullable [] encode(String text) {
        if (!fits(text)) return null;
        var octets = new ByteArrayOutputStream();
        for (char c : text.toCharArray()) {
            int extended = EXTENDED.indexOf(c);
            if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENDED_CODES[extended]);
            } else octets.write(BASIC.indexOf(c));
        }
        return octets.toByteArray();
    }

    /** Says the same with characters of the alphabet where there is an ordinary one: "–" is "-", "”" is '"'. */
    static String plain(String text) {
        return text.replaceAll("[‐‑‒–—−]", "-")
                .replaceAll("[“”„«»]", "\"")
                .replaceAll("[‘’‚´`]", "'")
                .replace("…", "...")
                .replaceAll("[\u00a0\u2007\u2009\u202f]", " ");
    }
}
