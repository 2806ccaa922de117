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
        assertThat(IdentityNumber.read(typed, TODAY))
                .isEqualTo(new Read.Numbers(List.of(IdentityNumber.registered(value))));
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
        "2008090823A1, reserve",
        "22950606FH21, checksum",
        "22950631FH20, date",
        "24950606FH20, date",
        "23991224FH20, future",
        "22950606FO20, reserve",
        "2295O606FH20, letter-o",
        "22950606FH2, reserve",
        "19810829M072, checksum",
        "19811329M071, date",
        "991981000011, checksum",
        "198108320015, date",
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

    @ParameterizedTest
    @CsvSource({
        "22950606FH20, NATIONAL_RESERVE, 22950606FH20, 1995-06-06",
        "22950606-fh20, NATIONAL_RESERVE, 22950606FH20, 1995-06-06",
        "25780404KHD5, NATIONAL_RESERVE, 25780404KHD5, 1978-04-04",
        "00342145BZ31, NATIONAL_RESERVE, 00342145BZ31,",
        "00749852BZK0, NATIONAL_RESERVE, 00749852BZK0,",
        "22790814AA01, NATIONAL_RESERVE, 22790814AA01, 1979-08-14",
        "991981000010, STOCKHOLM, 991981000010,",
        "19810829-M071, VGR, 19810829M071, 1981-08-29",
        "19450829K088, VGR, 19450829K088, 1945-08-29",
        "1993 0829 x802, VGR, 19930829X802, 1993-08-29",
        "19810829SU3A, VARMLAND, 19810829SU3A, 1981-08-29",
        "198108320014, CARELINK, 198108320014,",
        "19810829TB1F, OREBRO, 19810829TB1F, 1981-08-29",
        "810829DA1B, SKANE, 810829DA1B,",
        "20200501-AA8A, BLEKINGE, 20200501AA8A, 2020-05-01",
        "20100101014R, VASTERNORRLAND, 20100101014R, 2010-01-01",
        "18500101N123, SORMLAND_UNKNOWN, 18500101N123,",
    })
    void readsReserveNumbersNationalAndRegional(String typed, NumberKind kind, String value, LocalDate born) {
        assertThat(IdentityNumber.read(typed, TODAY)).isInstanceOfSatisfying(Read.Numbers.class, it -> {
            assertThat(it.values()).contains(new IdentityNumber(kind, value));
            assertThat(new IdentityNumber(kind, value).birthDate().orElse(null)).isEqualTo(born);
        });
    }

    @Test
    void whereFormsOverlapAllThatItMayBeAreTold() {
        assertThat(IdentityNumber.read("20200501AA8A", TODAY))
                .isEqualTo(new Read.Numbers(List.of(
                        new IdentityNumber(NumberKind.BLEKINGE, "20200501AA8A"),
                        new IdentityNumber(NumberKind.SORMLAND, "20200501AA8A"))));
    }

    @Test
    void withNeitherHyphenNorPlusBothCenturiesMayBeMeant() {
        assertThat(IdentityNumber.read("1201032388", TODAY))
                .isEqualTo(new Read.Numbers(
                        List.of(IdentityNumber.registered("201201032388"), IdentityNumber.registered("191201032388"))));
    }

    @Test
    void theDateOfALeapYearThatWasNotIsLeftOut() {
        // 2000 was a leap year, 1900 was not
        assertThat(IdentityNumber.read("0002292381", TODAY))
                .isEqualTo(new Read.Numbers(List.of(IdentityNumber.registered("200002292381"))));
    }
}
