package se.vardrum.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.vardrum.patient.IdentityNumber.Read;

/**
 * What must hold of every number of every kind that has a check digit. The sum is worked out here once more, apart from
 * the code under test, since it tells which slips a check digit can see at all.
 */
class IdentityNumberPropertyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUXYZ";

    /** A kind, where in the number its sum begins, and what a letter is worth in it. */
    enum Sum {
        PERSONNUMMER(2, c -> c - '0'),
        SAMORDNINGSNUMMER(2, c -> c - '0'),
        NATIONAL_RESERVE(0, c -> c <= '9' ? c - '0' : c),
        STOCKHOLM(4, c -> c - '0'),
        VGR(2, c -> c == 'K' ? 5 : c == 'M' ? 7 : c == 'X' ? 8 : c - '0'),
        CARELINK(2, c -> c - '0');

        final int from;
        final IntUnaryOperator worth;

        Sum(int from, IntUnaryOperator worth) {
            this.from = from;
            this.worth = worth;
        }

        NumberKind kind() {
            return NumberKind.valueOf(name());
        }

        boolean holds(String number) {
            int sum = 0;
            for (int i = from; i < number.length(); i++) {
                int product = worth.applyAsInt(number.charAt(i)) * ((number.length() - 1 - i) % 2 + 1);
                sum += product / 100 + product / 10 % 10 + product % 10;
            }
            return sum % 10 == 0;
        }

        String closed(String number) {
            for (char last = '0'; last <= '9'; last++) if (holds(number + last)) return number + last;
            throw new AssertionError("no check digit makes it right: " + number);
        }
    }

    record Made(Sum sum, String value) {
        IdentityNumber number() {
            return new IdentityNumber(sum.kind(), value);
        }
    }

    @Property(tries = 2000)
    void everyNumberIsTakenInEveryUsualFormAndComesBackTheSame(@ForAll("numbers") Made made) {
        var value = made.value();
        var halves = value.substring(0, 8) + "-" + value.substring(8);
        var forms = Stream.of(
                value,
                halves,
                value.toLowerCase(),
                " " + value + " ",
                halves.replace("-", " \u2013 "),
                value.replaceAll("(....)", "$1 "));
        assertThat(forms).allSatisfy(typed -> assertThat(read(typed)).as(typed).contains(made.number()));
        var shown = made.number().shown();
        assertThat(read(shown)).as(shown).contains(made.number());
    }

    @Property(tries = 2000)
    void ofTenDigitsWithHyphenOrPlusTheCenturyIsTold(@ForAll("registered") Made made) {
        var value = made.value();
        int turns = TODAY.getYear() - Integer.parseInt(value.substring(0, 4));
        var ten = value.substring(2, 8) + (turns < 100 ? "-" : "+") + value.substring(8);
        assertThat(read(ten)).containsExactly(made.number());
    }

    @Property(tries = 2000)
    void everyWrongDigitThatBreaksTheSumIsRefused(@ForAll("numbers") Made made) {
        assertThat(wrongDigits(made))
                .allSatisfy(wrong -> assertThat(read(wrong))
                        .as("%s for %s", wrong, made.value())
                        .doesNotContain(new IdentityNumber(made.sum().kind(), wrong)));
    }

    @Property(tries = 2000)
    void everySwapOfNeighboursThatBreaksTheSumIsRefused(@ForAll("numbers") Made made) {
        assertThat(swaps(made))
                .allSatisfy(wrong -> assertThat(read(wrong))
                        .as("%s for %s", wrong, made.value())
                        .doesNotContain(new IdentityNumber(made.sum().kind(), wrong)));
    }

    /** Of a digit among digits the sum sees every change; swaps it sees but for 0 and 9 side by side. */
    @Property(tries = 2000)
    void theSumSeesEveryWrongDigitAndEverySwapButZeroAndNine(@ForAll("registered") Made made) {
        var value = made.value();
        long seen = wrongDigits(made).stream()
                .filter(it -> it.substring(0, 2).equals(value.substring(0, 2)))
                .count();
        assertThat(seen).isEqualTo(90);
        for (int i = 2; i < 11; i++) {
            char left = value.charAt(i);
            char right = value.charAt(i + 1);
            boolean blind = left == right || left + right == '0' + '9' && (left == '0' || right == '0');
            assertThat(swaps(made).contains(swapped(value, i)))
                    .as("%s at %d", value, i)
                    .isEqualTo(!blind);
        }
    }

    private static List<String> wrongDigits(Made made) {
        var all = new ArrayList<String>();
        var value = made.value();
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isDigit(value.charAt(i))) continue;
            for (char digit = '0'; digit <= '9'; digit++) {
                var wrong = value.substring(0, i) + digit + value.substring(i + 1);
                if (!made.sum().holds(wrong)) all.add(wrong);
            }
        }
        return all;
    }

    private static List<String> swaps(Made made) {
        var all = new ArrayList<String>();
        for (int i = 0; i + 1 < made.value().length(); i++) {
            var wrong = swapped(made.value(), i);
            if (!made.sum().holds(wrong)) all.add(wrong);
        }
        return all;
    }

    private static String swapped(String value, int at) {
        return value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
    }

    private static List<IdentityNumber> read(String typed) {
        return IdentityNumber.read(typed, TODAY) instanceof Read.Numbers(var values) ? values : List.of();
    }

    @Provide
    Arbitrary<Made> registered() {
        return Arbitraries.oneOf(
                dated(0).map(it -> made(Sum.PERSONNUMMER, it)), dated(60).map(it -> made(Sum.SAMORDNINGSNUMMER, it)));
    }

    @Provide
    Arbitrary<Made> numbers() {
        return Arbitraries.oneOf(registered(), reserve(), vgr(), stockholm(), carelink());
    }

    /** A day of birth, that much higher, and a birth number. */
    private static Arbitrary<String> dated(int more) {
        return Combinators.combine(days(), Arbitraries.integers().between(1, 999))
                .as((day, birth) -> "%04d%02d%02d%03d"
                        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth() + more, birth));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(LocalDate.of(1900, 1, 1).toEpochDay(), TODAY.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Made> reserve() {
        var letters = Arbitraries.of(LETTERS.chars().mapToObj(it -> (char) it).toList());
        var last = Arbitraries.of(
                (LETTERS + "0123456789").chars().mapToObj(it -> (char) it).toList());
        var known = Combinators.combine(days(), Arbitraries.integers().between(1, 18))
                .as((day, step) ->
                        "%04d%02d%02d".formatted(day.getYear() + 300 * step, day.getMonthValue(), day.getDayOfMonth()));
        var unknown = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(20, 99),
                        Arbitraries.integers().between(40, 59))
                .as((year, month, day) -> "00%02d%02d%02d".formatted(year, month, day));
        return Combinators.combine(Arbitraries.oneOf(known, unknown), letters, letters, last)
                .as((date, a, b, c) -> made(Sum.NATIONAL_RESERVE, date + a + b + c));
    }

    private static Arbitrary<Made> vgr() {
        return Combinators.combine(
                        days(),
                        Arbitraries.of('K', 'M', 'X'),
                        Arbitraries.integers().between(6, 89))
                .as((day, letter, number) ->
                        made(Sum.VGR, day.toString().replace("-", "") + letter + "%02d".formatted(number)));
    }

    private static Arbitrary<Made> stockholm() {
        return Combinators.combine(
                        Arbitraries.integers().between(1970, 2026),
                        Arbitraries.integers().between(0, 99999))
                .as((year, number) -> made(Sum.STOCKHOLM, "99%d%05d".formatted(year, number)));
    }

    private static Arbitrary<Made> carelink() {
        return Combinators.combine(
                        days(),
                        Arbitraries.integers().between(32, 59),
                        Arbitraries.integers().between(0, 999))
                .as((day, high, number) -> made(
                        Sum.CARELINK, "%04d%02d%02d%03d".formatted(day.getYear(), day.getMonthValue(), high, number)));
    }

    private static Made made(Sum sum, String withoutCheck) {
        return new Made(sum, sum.closed(withoutCheck));
    }
}
