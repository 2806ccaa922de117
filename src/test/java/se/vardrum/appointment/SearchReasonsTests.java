package se.vardrum.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchReasonsTests {

    SearchReasons reasons = new SearchReasons();

    SearchReasonsTests() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "finnar, Aknebesvär",
        "FINN, Aknebesvär",
        "akne, Aknebesvär",
        "oron, Öronbesvär",
        "öro, Öronbesvär",
        "oro, Oro",
        "ont i örat, Öronbesvär",
        "ont i magen, Magont",
        "hogt blod, Högt blodtryck – uppföljning",
        "blodtryck, Högt blodtryck – uppföljning",
        "sockersjuka, Diabetes – uppföljning",
        "sip, Samordnad individuell plan (SIP)",
        "kbt, KBT – samtal",
        "rygont, Ryggbesvär",
        "ryggotn, Ryggbesvär",
        "hutvudvärk, Huvudvärk",
        "huvdvärk, Huvudvärk",
        "hvuudvärk, Huvudvärk",
        "finar, Aknebesvär",
        "dibetes, Diabetes – uppföljning",
        "uppföljning diabetes, Diabetes – uppföljning",
        "magont barn, Barn – magont",
        "barn mag, Barn – magont",
        "Födelsemärke - bedömning, Födelsemärke – bedömning",
        "ångest, Ångest",
        "angest, Ångest",
        "p-piller, Preventivmedel",
        "headache, Huvudvärk",
    })
    void findsWhatIsMeantFirst(String typed, String first) {
        assertThat(reasons.search(typed, "sv", 8))
                .extracting(SearchReason::sv)
                .first()
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "pimples, Acne",
        "tummy, Stomach pain",
        "back pain, Back problems",
        "hedache, Headache",
        "high blood, High blood pressure – follow-up",
        "finnar, Acne",
        "prescr, Prescription renewal",
    })
    void findsInEnglishToo(String typed, String first) {
        assertThat(reasons.search(typed, "en", 8))
                .extracting(SearchReason::en)
                .first()
                .isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "qqqq", "huvudvärk diabetes", "<script>", "🙂🙂 zzz"})
    void whatFitsNothingFindsNothing(String typed) {
        assertThat(reasons.search(typed, "sv", 8)).isEmpty();
    }

    @Test
    void aLabelComesBeforeALabelWordBeforeAnEverydayWordBeforeASlip() {
        assertThat(reasons.search("hud", "sv", 8))
                .extracting(SearchReason::sv)
                .startsWith("Hudutslag")
                .contains("Eksem");
        assertThat(reasons.search("host", "sv", 8))
                .extracting(SearchReason::sv)
                .first()
                .isEqualTo("Hosta");
        var operation = reasons.search("operation", "sv", 8);
        assertThat(operation).extracting(SearchReason::sv).startsWith("Inför operation", "Uppföljning efter operation");
    }

    @Test
    void shortWordsTakeNoSlip() {
        assertThat(reasons.search("kbr", "sv", 8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "–", "()"})
    void nothingTypedGivesTheFirstInTheAlphabet(String nothing) {
        assertThat(reasons.search(nothing, "sv", 3))
                .extracting(SearchReason::sv)
                .containsExactly("Adhd – uppföljning", "Aknebesvär", "Alkoholvanor – samtal");
        assertThat(reasons.search(nothing, "sv", 500))
                .extracting(SearchReason::sv)
                .endsWith("Övervikt – samtal");
        assertThat(reasons.search(nothing, "en", 1))
                .extracting(SearchReason::en)
                .containsExactly("Acne");
    }

    @Test
    void onlyAListedReasonIsExactlyOne() {
        assertThat(reasons.exactly("aknebesvär")).isEqualTo(reasons.byId("aknebesvar"));
        assertThat(reasons.exactly(" ACNE ")).isEqualTo(reasons.byId("aknebesvar"));
        assertThat(reasons.exactly("Födelsemärke bedömning")).isPresent();
        assertThat(reasons.exactly("finnar")).isEmpty();
        assertThat(reasons.exactly("akne")).isEmpty();
        assertThat(reasons.exactly("")).isEmpty();
        assertThat(reasons.byId("no-such")).isEmpty();
    }

    @Test
    void theListIsComplete() {
        var all = reasons.search("", "sv", 1000);
        assertThat(all).hasSize(155);
        var labels = new HashSet<String>();
        for (var it : all) {
            assertThat(it.id()).matches("[a-z0-9-]+");
            assertThat(it.category()).isNotBlank();
            assertThat(it.synonymsSv()).as(it.id()).hasSizeBetween(2, 6).noneMatch(String::isBlank);
            assertThat(it.synonymsEn()).as(it.id()).hasSizeBetween(2, 6).noneMatch(String::isBlank);
            assertThat(labels.add(it.sv())).as(it.sv()).isTrue();
            assertThat(reasons.exactly(it.sv())).contains(it);
            assertThat(reasons.exactly(it.en())).contains(it);
        }
        assertThat(reasons.byId("nedstamdhet").orElseThrow().sensitive()).isTrue();
        assertThat(reasons.byId("hosta").orElseThrow().sensitive()).isFalse();
    }

    @Test
    void everyEverydayWordFindsItsReason() {
        for (var it : reasons.search("", "sv", 1000)) {
            for (var word : it.synonymsSv())
                assertThat(reasons.search(word, "sv", 20)).as(word).contains(it);
            for (var word : it.synonymsEn())
                assertThat(reasons.search(word, "en", 20)).as(word).contains(it);
        }
    }
}
