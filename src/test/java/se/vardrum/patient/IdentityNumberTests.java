package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.vardrum.patient.IdentityNumber.Read;

class IdentityNumberTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({
        "20080908-2381, 200809082381",
        "200809082381, 200809082381",
        "' 2008 0908 2381 ', 200809082381",
        "2008-09-08-2381, 200809082381",
        "20080908–2381, 200809082381",
        "080908-2381, 200809082381",
        "850314-2393, 198503142393",
        "120103+2388, 191201032388",
        "19850161-2389, 198501612389",
        "850161-2389, 198501612389",
    })
    void readsANumberInEveryUsualForm(String typed, String value) {
        assertThat(IdentityNumber.read(typed, TODAY)).isEqualTo(new Read.Numbers(List.of(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "20080908-2382, checksum",
        "20080230-2381, date",
        "20081332-2381, date",
        "20080099-2381, date",
        "20261126-2381, future",
        "261126-2381, future",
        "2OO80908-2381, letter-o",
        "2008o908-2381, letter-o",
        "Jake 19, letters",
        "2008090823A1, letters",
        "20080908, short",
        "1, short",
        "20080908238, eleven",
        "2008090823811, long",
        "2008-0908-2381, separator",
        "20080908--2381, separator",
        "20080908+2381, plus",
        "17080908-2381, century",
        "21080908-2381, century",
        "20080908/2381, characters",
    })
    void saysWhichMistakeItIs(String typed, String problem) {
        assertThat(IdentityNumber.read(typed, TODAY)).isEqualTo(new Read.Wrong("patient.number." + problem));
    }

    @Test
    void withNeitherHyphenNorPlusBothCenturiesMayBeMeant() {
        assertThat(IdentityNumber.read("1201032388", TODAY))
                .isEqualTo(new Read.Numbers(List.of("201201032388", "191201032388")));
    }

    @Test
    void theDateOfALeapYearThatWasNotIsLeftOut() {
        // 2000 was a leap year, 1900 was not
        assertThat(IdentityNumber.read("0002292381", TODAY)).isEqualTo(new Read.Numbers(List.of("200002292381")));
    }
}
