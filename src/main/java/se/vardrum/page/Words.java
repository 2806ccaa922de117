package se.vardrum.page;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody typed into a search field, as words: no case, no accents, no punctuation. */
public final class Words {

    private static final int MOST = 8;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Words() {}

    /** The first few words of a text, folded: "  Öberg, Anna-Karin" gives oberg, anna, karin. */
    public static List<String> of(String text) {
        return BETWEEN.splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** Lower case and without accents: "Öberg" and "OBERG" are both "oberg". */
    public static String folded(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("ß", "ss");
    }
}
