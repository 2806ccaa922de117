package se.vardrum.booking.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardrum.page.Form;
import se.vardrum.page.Names;
import se.vardrum.page.Phone;
import se.vardrum.patient.CreatePatient.NewPatient;
import se.vardrum.patient.IdentityNumber;
import se.vardrum.patient.Interpreter;
import se.vardrum.patient.NumberKind;

/**
 * "Skapa patient" as typed, right or wrong.
 *
 * @param kinds what sorts of number it may be, when that must be asked; @param kind the one chosen
 * @param askBirth the number tells no date of birth
 * @param note what the population register said
 */
public record CreateForm(
        String number,
        List<NumberKind> kinds,
        String kind,
        String firstName,
        String lastName,
        boolean askBirth,
        String birthDate,
        String mobile,
        String language,
        String interpreter,
        String interpreterLanguage,
        String note,
        Map<String, String> problems) {

    private static final int LONGEST = 60;

    /** The fields as the form sends them. */
    record Typed(
            @Nullable String number,
            @Nullable String kind,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String birthDate,
            @Nullable String mobile,
            @Nullable String language,
            @Nullable String interpreter,
            @Nullable String interpreterLanguage) {}

    /** What came of it; the patient is there when nothing is wrong. */
    record Checked(CreateForm form, @Nullable NewPatient patient) {}

    static CreateForm empty(String number) {
        return new CreateForm(number, List.of(), "", "", "", false, "", "", "sv", "", "", "", Map.of());
    }

    /** As first shown: what the number tells is asked for no more. */
    CreateForm asking(List<IdentityNumber> values) {
        return new CreateForm(
                number,
                kinds(values),
                kind,
                firstName,
                lastName,
                askBirth(values),
                birthDate,
                mobile,
                language,
                interpreter,
                interpreterLanguage,
                note,
                problems);
    }

    CreateForm named(String first, String last, String said) {
        return new CreateForm(
                number,
                kinds,
                kind,
                first,
                last,
                askBirth,
                birthDate,
                mobile,
                language,
                interpreter,
                interpreterLanguage,
                said,
                problems);
    }

    static Checked check(Typed typed, LocalDate today, Form form) {
        var number = form.line("number", typed.number(), LONGEST);
        var read = IdentityNumber.read(number, today);
        List<IdentityNumber> values = List.of();
        if (number.isEmpty()) form.problem("number", "booking.problem.number");
        else if (read instanceof IdentityNumber.Read.Wrong(var key)) form.problem("number", key);
        else if (read instanceof IdentityNumber.Read.Numbers(var all)) values = all;
        var kind = form.line("kind", typed.kind(), LONGEST);
        var chosen = chosen(values, kind);
        boolean twoCenturies = values.size() > 1 && kinds(values).isEmpty();
        if (twoCenturies) form.problem("number", "booking.problem.number-century");
        if (!values.isEmpty() && chosen.isEmpty()) form.problem("kind", "booking.problem.number-kind");
        var first = name("firstName", typed.firstName(), "booking.problem.first-name", form);
        var last = name("lastName", typed.lastName(), "booking.problem.last-name", form);
        var birth = form.line("birthDate", typed.birthDate(), LONGEST);
        var born = chosen.flatMap(IdentityNumber::birthDate)
                .or(() -> chosen.isEmpty() ? Optional.empty() : date(birth, today, form));
        var mobile = form.line("mobile", typed.mobile(), LONGEST);
        var e164 = mobile.isEmpty() ? null : mobile(mobile, form);
        var language = "en".equals(typed.language()) ? "en" : "sv";
        var interpreter = form.line("interpreter", typed.interpreter(), LONGEST);
        var spoken = form.line("interpreterLanguage", typed.interpreterLanguage(), LONGEST);
        if (interpreter.equals("SPOKEN") && spoken.isEmpty())
            form.problem("interpreterLanguage", "booking.problem.interpreter-language");
        var shown = new CreateForm(
                number,
                kinds(values),
                kind,
                first,
                last,
                askBirth(chosen.map(List::of).orElse(values)),
                birth,
                mobile,
                language,
                interpreter,
                spoken,
                "",
                form.problems());
        if (!form.ok() || chosen.isEmpty() || born.isEmpty()) return new Checked(shown, null);
        return new Checked(
                shown,
                new NewPatient(
                        chosen.get(), first, last, born.get(), e164, language, interpreter(interpreter, spoken)));
    }

    private static Optional<IdentityNumber> chosen(List<IdentityNumber> values, String kind) {
        if (kinds(values).isEmpty()) return values.stream().findFirst();
        return values.stream().filter(it -> it.kind().name().equals(kind)).findFirst();
    }

    /** None when there is nothing to choose. */
    private static List<NumberKind> kinds(List<IdentityNumber> values) {
        var all = values.stream().map(IdentityNumber::kind).distinct().toList();
        return all.size() > 1 ? all : List.of();
    }

    private static boolean askBirth(List<IdentityNumber> values) {
        return values.stream().anyMatch(it -> it.birthDate().isEmpty());
    }

    private static Optional<LocalDate> date(String typed, LocalDate today, Form form) {
        if (typed.isEmpty()) {
            form.problem("birthDate", "booking.problem.birth-date");
            return Optional.empty();
        }
        try {
            var plain = typed.replaceAll("[\\s-]", "");
            var date = LocalDate.parse(plain, java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
            if (!date.isAfter(today)) return Optional.of(date);
            form.problem("birthDate", "patient.number.future");
        } catch (DateTimeParseException e) {
            form.problem("birthDate", "booking.problem.birth-date");
        }
        return Optional.empty();
    }

    private static String name(String field, @Nullable String typed, String missing, Form form) {
        var name = form.required(field, typed, LONGEST, missing);
        if (!name.isEmpty() && !Names.possible(name)) form.problem(field, "booking.problem.name");
        return name;
    }

    private static @Nullable String mobile(String typed, Form form) {
        return switch (Phone.mobile(typed)) {
            case Phone.Read.Mobile(var e164) -> e164;
            case Phone.Read.Wrong(var key) -> {
                form.problem("mobile", key);
                yield null;
            }
        };
    }

    private static @Nullable Interpreter interpreter(String kind, String language) {
        return switch (kind) {
            case "SPOKEN" -> new Interpreter(Interpreter.Kind.SPOKEN, language);
            case "SIGNED" -> new Interpreter(Interpreter.Kind.SIGNED, language);
            default -> null;
        };
    }
}
