package se.vardrum.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of identity number a patient in Sweden can have: the two of the population register, the national reserve
 * number, and those regional ones whose form and OID are published (HL7 Sweden's base profiles; docs/identity-numbers.md).
 * Their forms overlap, so the kind cannot always be told from the number.
 */
public enum NumberKind {
    PERSONNUMMER("1.2.752.129.2.1.3.1", "(18|19|20)\\d{10}", Luhn::personal, NumberKind::written),
    SAMORDNINGSNUMMER("1.2.752.129.2.1.3.3", "(18|19|20)\\d{10}", Luhn::personal, NumberKind::coordination),
    NATIONAL_RESERVE(
            "1.2.752.74.9.1",
            "\\d{8}[A-HJ-NPR-UX-Z]{2}[0-9A-HJ-NPR-UX-Z]\\d",
            Luhn::overAll,
            NumberKind::nationalReserve),
    STOCKHOLM("1.2.752.97.3.1.3", "99\\d{10}", Luhn::stockholm, NumberKind::untold),
    VGR("1.2.752.113.11.0.2.1.1.1", "\\d{8}[KMX](0[6-9]|[1-8]\\d)\\d", Luhn::vgr, NumberKind::written),
    VARMLAND("1.2.752.74.9.2", "\\d{8}S[BFUXPL]\\d([A-UW-Z]|[1-9])", Luhn::none, NumberKind::written),
    CARELINK(
            "1.2.752.129.2.1.3.2",
            "(1[7-9]|20)\\d{2}(0[1-9]|1[0-2])(3[2-9]|[45]\\d)\\d{4}",
            Luhn::personal,
            NumberKind::untold),
    OREBRO("1.2.752.74.9.3", "\\d{8}T[A-Z]\\d[A-J]", Luhn::none, NumberKind::written),
    SKANE("1.2.752.219.1.10.10.1", "(\\d{6}|\\d{8})[DEF][A-Z][01][A-Z]", Luhn::none, NumberKind::untold),
    VASTERNORRLAND("1.2.752.269.1.1", "\\d{8}\\d{3}R", Luhn::none, NumberKind::written),
    BLEKINGE("1.2.752.74.9.5", "\\d{8}[A-Z]{2}\\d[A-Z]", Luhn::none, NumberKind::written),
    SORMLAND("1.2.752.266.1.1.1", "\\d{8}[A-Z]{2}\\d[A-Z]", Luhn::none, NumberKind::written),
    SORMLAND_UNKNOWN("1.2.752.266.1.1.2", "(1850|1860)0101[MNKP](?!000)\\d{3}", Luhn::none, NumberKind::untold);

    /** Reads the date a number tells; throws DateTimeException when there is no such date, null when it tells none. */
    private interface Dated {
        @Nullable
        LocalDate in(String value);
    }

    private static final int COORDINATION = 60;

    private final String system;
    private final Pattern form;
    private final Predicate<String> checksum;
    private final Dated date;

    NumberKind(String oid, String form, Predicate<String> checksum, Dated date) {
        this.system = "urn:oid:" + oid;
        this.form = Pattern.compile(form);
        this.checksum = checksum;
        this.date = date;
    }

    /** As FHIR names it, "urn:oid:…". */
    public String system() {
        return system;
    }

    public static NumberKind of(String system) {
        return List.of(values()).stream()
                .filter(it -> it.system.equals(system))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(system));
    }

    /** One who has it is in the population register. */
    public boolean registered() {
        return this == PERSONNUMMER || this == SAMORDNINGSNUMMER;
    }

    boolean fits(String value) {
        return form.matcher(value).matches();
    }

    boolean sums(String value) {
        return checksum.test(value);
    }

    /** Empty when this number tells no date; throws DateTimeException for a date that does not exist. */
    Optional<LocalDate> birthDate(String value) {
        return Optional.ofNullable(date.in(value));
    }

    private static @Nullable LocalDate untold(String value) {
        return null;
    }

    private static LocalDate written(String value) {
        return date(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8));
    }

    private static LocalDate coordination(String value) {
        return date(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8) - COORDINATION);
    }

    /** The century is 3, 6, 9 … higher, so that 22 and 25 both mean 19; 00 begins one whose date is not known. */
    private static @Nullable LocalDate nationalReserve(String value) {
        int century = number(value, 0, 2);
        int month = number(value, 4, 6);
        int day = number(value, 6, 8);
        if (century == 0) {
            if (month < 20 || day < 40 || day > 59) throw new DateTimeException(value.length() + " characters");
            return null;
        }
        if (century < 22 || century > 78 || century % 3 == 0) throw new DateTimeException("century " + century);
        return date((century % 3 == 1 ? 1900 : 2000) + number(value, 2, 4), month, day);
    }

    private static LocalDate date(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }
}
