package se.vardrum.appointment;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.vardrum.page.Words;

/** The predefined search reasons of data/search-reasons.csv, found by their names or by everyday words for the same. */
@Component
public class SearchReasons {

    /** With so many plain hits nobody needs a guess at what was meant. */
    private static final int ENOUGH = 3;

    private record Ranked(SearchReason reason, int rank) {}

    private final Map<String, SearchReason> byId = new LinkedHashMap<>();
    private final Map<String, SearchReason> byLabel = new LinkedHashMap<>();
    private final Map<String, List<ReasonWords>> byLanguage;

    SearchReasons() throws IOException {
        var text = new ClassPathResource("data/search-reasons.csv").getContentAsString(StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var reason = reason(line);
            if (byId.put(reason.id(), reason) != null) throw new IllegalStateException("Twice: " + reason.id());
            byLabel.put(key(reason.sv()), reason);
            byLabel.put(key(reason.en()), reason);
        });
        byLanguage = Map.of("sv", alphabetical("sv"), "en", alphabetical("en"));
    }

    /**
     * For filtering as one types. Labels come before everyday words, and those before guesses at one mistyped letter;
     * the other language answers only where the own one has nothing. Nothing typed gives the first in the alphabet.
     */
    public List<SearchReason> search(String typed, String language, int limit) {
        var words = Words.of(typed);
        var own = in(language.equals("en") ? "en" : "sv");
        if (words.isEmpty())
            return own.stream().map(ReasonWords::reason).limit(limit).toList();
        var hits = ranked(own, it -> it.rank(words, typed), limit);
        if (hits.size() < ENOUGH) {
            var guesses = ranked(own, it -> it.rankWithTypo(words, typed), limit);
            hits = Stream.concat(hits.stream(), guesses.stream())
                    .distinct()
                    .limit(limit)
                    .toList();
        }
        if (!hits.isEmpty()) return hits;
        return ranked(in(language.equals("en") ? "sv" : "en"), it -> it.rank(words, typed), limit);
    }

    private List<ReasonWords> in(String language) {
        return requireNonNull(byLanguage.get(language));
    }

    /** The reason whose label in either language is what was typed, whatever case, accents and punctuation. */
    public Optional<SearchReason> exactly(String typed) {
        return Optional.ofNullable(byLabel.get(key(typed)));
    }

    public Optional<SearchReason> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static List<SearchReason> ranked(
            List<ReasonWords> all, Function<ReasonWords, OptionalInt> rank, int limit) {
        return all.stream()
                .flatMap(it -> rank.apply(it).stream().mapToObj(value -> new Ranked(it.reason(), value)))
                .sorted(Comparator.comparingInt(Ranked::rank)) // stable: the alphabet decides among equals
                .map(Ranked::reason)
                .limit(limit)
                .toList();
    }

    private List<ReasonWords> alphabetical(String language) {
        var collator = Collator.getInstance(Locale.of(language));
        return byId.values().stream()
                .sorted(Comparator.comparing(it -> sortable(it.label(language)), collator))
                .map(it -> new ReasonWords(it, language))
                .toList();
    }

    private static SearchReason reason(String line) {
        var part = line.split(";", -1);
        if (part.length != 7) throw new IllegalStateException("Not seven fields: " + line);
        return new SearchReason(
                part[0],
                part[3],
                part[4],
                part[1],
                List.of(part[5].split("\\|")),
                List.of(part[6].split("\\|")),
                part[2].equals("yes"));
    }

    /** Collators skip spaces and dashes; swedes do not: "Barn – magont" stands before "Barneksem". */
    private static String sortable(String label) {
        return label.replaceAll("[^\\p{L}\\p{N}]+", "0");
    }

    private static String key(String label) {
        return String.join(" ", Words.of(label));
    }
}
