package se.vardrum.page;

import java.util.regex.Pattern;

/** People's names as others type them. They end up in texts to phones, so nothing in one may read as an address. */
public final class Names {

    /** Letters of any script and what stands between them; a full stop only at the end of a word: "J. P.", not "evil.example". */
    private static final Pattern POSSIBLE =
            Pattern.compile("(?=.*\\p{L})(?:[\\p{L}\\p{M}\\p{Nd} '’‘´`,()&-]|\\.(?=\\s|$|-))+");

    private Names() {}

    public static boolean possible(String name) {
        return POSSIBLE.matcher(name).matches();
    }
}
