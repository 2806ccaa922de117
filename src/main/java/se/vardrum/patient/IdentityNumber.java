package se.vardrum.patient;

import dev.personnummer.Personnummer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A personnummer or samordningsnummer as people type it: 10 or 12 digits, with or without -, + and spaces. */
public final class IdentityNumber {

    public static final String PERSONNUMMER = "urn:oid:1.2.752.129.2.1.3.1";
    public static final String SAMORDNINGSNUMMER = "urn:oid:1.2.752.129.2.1.3.3";

    /** In a samordningsnummer the day of birth is 60 higher. */
    private static final int COORDINATION = 60;

    private IdentityNumber() {}

    /** What a typed number turned out to be. */
    public sealed interface Read {
        /** The number in 12 digits; two of them, the younger first, when the century cannot be told. */
        record Numbers(List<String> values) implements Read {}

        /** The key of a text that says what is wrong and how to write it. */
        record Wrong(String problemKey) implements Read {}
    }

    /** Reads what was typed; {@code today} tells the century and what lies in the future. */
    public static Read read(String typed, LocalDate today) {
        var compact = typed.replaceAll("[\\s\\u00a0.]", "").replaceAll("[\\u2010-\\u2015\\u2212]", "-");
        var digits = compact.replaceAll("[-+]", "");
        var form = formProblem(compact, digits);
        if (form != null) return new Read.Wrong(form);
        var candidates = digits.length() == 12 ? List.of(digits) : centuries(compact, digits, today);
        var dated = candidates.stream().filter(it -> birthDate(it) != null).toList();
        if (dated.isEmpty()) return new Read.Wrong("patient.number.date");
        var born = dated.stream().filter(it -> !isAfter(it, today)).toList();
        if (born.isEmpty()) return new Read.Wrong("patient.number.future");
        return Personnummer.valid(born.getFirst()) ? new Read.Numbers(born) : new Read.Wrong("patient.number.checksum");
    }

    /** True when a search text is meant as a number rather than a name. */
    static boolean meant(String typed) {
        return typed.chars().anyMatch(Character::isDigit);
    }

    /** "200703012393" is shown as "20070301-2393". */
    public static String shown(String value) {
        return value.length() == 12 ? value.substring(0, 8) + "-" + value.substring(8) : value;
    }

    static String system(String value) {
        return day(value) > COORDINATION ? SAMORDNINGSNUMMER : PERSONNUMMER;
    }

    /** The date the number tells, or null when there is no such date. */
    static @Nullable LocalDate birthDate(String value) {
        int day = day(value) > COORDINATION ? day(value) - COORDINATION : day(value);
        try {
            return LocalDate.of(Integer.parseInt(value.substring(0, 4)), Integer.parseInt(value.substring(4, 6)), day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String formProblem(String compact, String digits) {
        if (digits.chars().anyMatch(Character::isLetter)) {
            boolean onlyO = digits.replaceAll("[oOöÖ]", "0").chars().allMatch(IdentityNumber::digit);
            return onlyO ? "patient.number.letter-o" : "patient.number.letters";
        }
        if (!digits.chars().allMatch(IdentityNumber::digit)) return "patient.number.characters";
        if (digits.length() < 10) return "patient.number.short";
        if (digits.length() > 12) return "patient.number.long";
        if (digits.length() == 11) return "patient.number.eleven";
        if (!compact.matches("(\\d{4}-\\d{2}-\\d{2}|\\d+)[-+]?\\d{4}")) return "patient.number.separator";
        if (digits.length() == 10) return null;
        if (compact.contains("+")) return "patient.number.plus";
        return digits.matches("(18|19|20).*") ? null : "patient.number.century";
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

    private static boolean isAfter(String value, LocalDate today) {
        var date = birthDate(value);
        return date != null && date.isAfter(today);
    }

    private static int day(String value) {
        return Integer.parseInt(value.substring(6, 8));
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }
}
