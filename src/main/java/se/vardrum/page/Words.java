package se.vardrum.page;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody typed into a search field, as words: no case, no accents, no punctuation. */
public final class Words {

    private static final int MOST = 8;

    private Words() {}

    /** The first few words of a text, folded: "  Öberg, Anna-Karin" gives oberg, anna, karin. */
    public static List<String> of(String text) {
        return Arrays.stream(folded(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** Lower case and without accents: "Öberg" and "OBERG" are both "oberg". */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("ß", "ss");
    }
}
