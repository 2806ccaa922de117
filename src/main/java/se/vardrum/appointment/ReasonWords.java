package se.vardrum.appointment;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import se.vardrum.page.Words;

/** The words of one search reason in one language, and how well typed words fit them: the lower the better. */
class ReasonWords {

    /** With its accents as typed: "öro" means Öronbesvär rather than Oro. */
    private static final int LITERALLY = -1;

    private static final int LABEL = 0;
    private static final int LABEL_WORDS = 1;
    private static final int SYNONYM = 2;
    private static final int SYNONYM_WORDS = 3;
    private static final int SCATTERED = 4;

    private final SearchReason reason;
    private final String language;
    private final List<String> label;
    private final List<List<String>> synonyms;
    private final List<String> all;

    ReasonWords(SearchReason reason, String language) {
        this.reason = reason;
        this.language = language;
        this.label = Words.of(reason.label(language));
        this.synonyms = reason.synonyms(language).stream().map(Words::of).toList();
        this.all = Stream.concat(Stream.of(label), synonyms.stream())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    SearchReason reason() {
        return reason;
    }

    /** Every typed word begins a word here. */
    OptionalInt rank(List<String> words, String typed) {
        return rank(words, typed, (word, here) -> here.startsWith(word));
    }

    /** As {@link #rank}, with one letter wrong, missing, too many or swapped in a word. */
    OptionalInt rankWithTypo(List<String> words, String typed) {
        return rank(words, typed, Typo::begins);
    }

    private OptionalInt rank(List<String> words, String typed, BiPredicate<String, String> fits) {
        var rank = rank(words, fits);
        boolean literally = reason.label(language)
                .toLowerCase(Locale.ROOT)
                .startsWith(typed.strip().toLowerCase(Locale.ROOT));
        return rank.isPresent() && literally ? OptionalInt.of(LITERALLY) : rank;
    }

    private OptionalInt rank(List<String> typed, BiPredicate<String, String> fits) {
        if (begins(typed, label, fits)) return OptionalInt.of(LABEL);
        if (within(typed, label, fits)) return OptionalInt.of(LABEL_WORDS);
        if (synonyms.stream().anyMatch(it -> begins(typed, it, fits))) return OptionalInt.of(SYNONYM);
        if (synonyms.stream().anyMatch(it -> within(typed, it, fits))) return OptionalInt.of(SYNONYM_WORDS);
        return within(typed, all, fits) ? OptionalInt.of(SCATTERED) : OptionalInt.empty();
    }

    private static boolean begins(List<String> typed, List<String> words, BiPredicate<String, String> fits) {
        if (typed.size() > words.size()) return false;
        for (int i = 0; i < typed.size(); i++) {
            boolean last = i == typed.size() - 1;
            if (last ? !fits.test(typed.get(i), words.get(i)) : !typed.get(i).equals(words.get(i))) return false;
        }
        return true;
    }

    private static boolean within(List<String> typed, List<String> words, BiPredicate<String, String> fits) {
        return typed.stream().allMatch(word -> words.stream().anyMatch(here -> fits.test(word, here)));
    }
}
