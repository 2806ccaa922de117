package se.vardrum.messaging;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A gateway's name for a message. Some give it in hexadecimal at first and in decimal in the receipt, or the other way. */
final class ProviderId {

    private ProviderId() {}

    /** Small letters, no zeros in front. */
    static String plain(String id) {
        var plain = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return plain.isEmpty() ? "0" : plain;
    }

    /** All that the same message may be called; itself first. */
    static Set<String> alike(String id) {
        var plain = plain(id);
        var all = new LinkedHashSet<String>();
        all.add(plain);
        if (plain.matches("[0-9]{1,20}")) all.add(new BigInteger(plain).toString(16));
        if (plain.matches("[0-9a-f]{1,16}")) all.add(new BigInteger(plain, 16).toString());
        return all;
    }
}
