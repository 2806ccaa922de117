package se.vardrum.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An identity number with its kind, which it keeps wherever it goes.
 *
 * @param value in canonical form: 12 digits, or the letters and digits of a reserve number; no separator
 */
public record IdentityNumber(NumberKind kind, String value) {

    /** What a typed number turned out to be. */
    public sealed interface Read {
        /** All it may be: several when the century or the kind cannot be told. The most likely stands first. */
        record Numbers(List<IdentityNumber> values) implements Read {}

        /** The key of a text that says what is wrong and how to write it. */
        record Wrong(String problemKey) implements Read {}
    }

    /** A personnummer or samordningsnummer out of a register, in 12 digits; its check digit is not looked at. */
    public static IdentityNumber registered(String twelve) {
        boolean coordination = Integer.parseInt(twelve, 6, 8, 10) > 60;
        return new IdentityNumber(coordination ? NumberKind.SAMORDNINGSNUMMER : NumberKind.PERSONNUMMER, twelve);
    }

    /** Reads what was typed in any usual way; {@code today} tells the century and what lies in the future. */
    public static Read read(String typed, LocalDate today) {
        var compact = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0.]", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        var plain = compact.replaceAll("[-+]", "");
        if (plain.chars().allMatch(IdentityNumber::digit)) return digits(compact, plain, today);
        if (plain.chars().anyMatch(it -> !digit(it) && !Character.isLetter(it)))
            return new Read.Wrong("patient.number.characters");
        return letters(compact, plain, today);
    }

    /** True when a search text is meant as a number rather than a name. */
    public static boolean meant(String typed) {
        return typed.chars().anyMatch(Character::isDigit);
    }

    /** As people write it: "20070301-2393". */
    public String shown() {
        return kind.registered() ? value.substring(0, 8) + "-" + value.substring(8) : value;
    }

    /** The date it tells, as far as it tells one: no proof, since a neighbouring date's numbers may be used. */
    public Optional<LocalDate> birthDate() {
        return kind.birthDate(value);
    }

    private static Read digits(String compact, String digits, LocalDate today) {
        var form = formProblem(compact, digits);
        if (form != null) return new Read.Wrong(form);
        return judged(digits.length() == 12 ? List.of(digits) : centuries(compact, digits, today), today);
    }

    private static @Nullable String formProblem(String compact, String digits) {
        if (digits.length() < 10) return "patient.number.short";
        if (digits.length() > 12) return "patient.number.long";
        if (digits.length() == 11) return "patient.number.eleven";
        if (!compact.matches("(\\d{4}-\\d{2}-\\d{2}|\\d+)[-+]?\\d{4}")) return "patient.number.separator";
        if (digits.length() == 10) return null;
        if (compact.contains("+")) return "patient.number.plus";
        return digits.matches("(18|19|20).*") || !kinds(digits).isEmpty() ? null : "patient.number.century";
    }

    private static Read letters(String compact, String plain, LocalDate today) {
        if (!kinds(plain).isEmpty() && compact.matches("\\d+-?[^-+]+")) return judged(List.of(plain), today);
        var zeros = plain.replaceAll("[OÖ]", "0");
        boolean meantZero = !zeros.equals(plain)
                && (zeros.chars().allMatch(IdentityNumber::digit)
                        || !kinds(zeros).isEmpty());
        if (meantZero) return new Read.Wrong("patient.number.letter-o");
        return new Read.Wrong(
                plain.matches("\\d{6,8}(?=.*[A-Z])[A-Z0-9]{2,6}")
                        ? "patient.number.reserve"
                        : "patient.number.letters");
    }

    /** Those that hold; or what is wrong with the one that comes nearest. */
    private static Read judged(List<String> values, LocalDate today) {
        var all = values.stream()
                .flatMap(value -> kinds(value).stream().map(kind -> new IdentityNumber(kind, value)))
                .toList();
        var dated = all.stream().filter(IdentityNumber::dated).toList();
        if (dated.isEmpty()) return new Read.Wrong("patient.number.date");
        var born = dated.stream().filter(it -> it.born(today)).toList();
        if (born.isEmpty()) return new Read.Wrong("patient.number.future");
        var right = born.stream().filter(it -> it.kind.sums(it.value)).toList();
        if (!right.isEmpty()) return new Read.Numbers(right);
        boolean noSuchDay = all.stream().anyMatch(it -> it.kind.registered() && !it.dated())
                && born.stream().noneMatch(it -> it.kind.registered());
        return new Read.Wrong(noSuchDay ? "patient.number.date" : "patient.number.checksum");
    }

    private static List<NumberKind> kinds(String value) {
        return Arrays.stream(NumberKind.values()).filter(it -> it.fits(value)).toList();
    }

    private boolean dated() {
        try {
            return birthDate().isPresent() || !kind.registered();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private boolean born(LocalDate today) {
        return birthDate().filter(it -> it.isAfter(today)).isEmpty();
    }

    /**
     * A hyphen means the latest year in which one turns less than 100 this year; a plus a hundred years earlier; with
     * neither, both may be meant.
     */
    private static List<String> centuries(String compact, String digits, LocalDate today) {
        int year = Integer.parseInt(digits.substring(0, 2));
        int young = today.getYear() - Math.floorMod(today.getYear() - year, 100);
        var years = compact.contains("-")
                ? Stream.of(young)
                : compact.contains("+") ? Stream.of(young - 100) : Stream.of(young, young - 100);
        return years.map(it -> it + digits.substring(2)).toList();
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }
}
