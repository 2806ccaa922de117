package se.vardrum.page;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as people type them. */
public final class Email {

    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(.+)");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private Email() {}

    /** The address as mail servers take it, with the domain in its ASCII form; empty when it can be none. */
    public static Optional<String> read(String typed) {
        var m = ADDRESS.matcher(typed.strip());
        if (!m.matches()) return Optional.empty();
        try {
            var domain = IDN.toASCII(m.group(1)).toLowerCase(Locale.ROOT);
            var address = typed.strip().substring(0, m.start(1)) + domain;
            return DOMAIN.matcher(domain).matches() && address.length() <= LONGEST
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
