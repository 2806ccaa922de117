package se.vardrum.booking.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.vardrum.page.Form;
import se.vardrum.patient.CreatePatient.NewPatient;
import se.vardrum.patient.IdentityNumber;
import se.vardrum.patient.Interpreter;

/** "Skapa patient" as typed, right or wrong. @param note what the population register said */
public record CreateForm(
        TypedNumber number,
        String firstName,
        String lastName,
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

    /** As first shown, with what is known of whoever has that number. */
    static CreateForm begun(TypedNumber number, String firstName, String lastName, String note) {
        return new CreateForm(number, firstName, lastName, "", "", "sv", "", "", note, Map.of());
    }

    static Checked check(Typed typed, LocalDate today, Form form) {
        var number = TypedNumber.read(
                form.line("number", typed.number(), LONGEST), form.line("kind", typed.kind(), LONGEST), today, form);
        var first = form.line("firstName", typed.firstName(), LONGEST);
        var last = form.line("lastName", typed.lastName(), LONGEST);
        form.name("firstName", first, "booking.problem.first-name", "booking.problem.name");
        form.name("lastName", last, "booking.problem.last-name", "booking.problem.name");
        var birth = form.line("birthDate", typed.birthDate(), LONGEST);
        var chosen = number.chosen();
        var born = chosen.flatMap(IdentityNumber::birthDate)
                .or(() -> chosen.isEmpty() ? Optional.empty() : date(birth, today, form));
        var mobile = form.line("mobile", typed.mobile(), LONGEST);
        var e164 = mobile.isEmpty() ? null : form.mobile("mobile", mobile);
        var language = "en".equals(typed.language()) ? "en" : "sv";
        var interpreter = form.line("interpreter", typed.interpreter(), LONGEST);
        var spoken = form.line("interpreterLanguage", typed.interpreterLanguage(), LONGEST);
        if (interpreter.equals("SPOKEN") && spoken.isEmpty())
            form.problem("interpreterLanguage", "booking.problem.interpreter-language");
        var shown =
                new CreateForm(number, first, last, birth, mobile, language, interpreter, spoken, "", form.problems());
        if (!form.ok() || chosen.isEmpty() || born.isEmpty()) return new Checked(shown, null);
        return new Checked(
                shown,
                new NewPatient(
                        chosen.get(), first, last, born.get(), e164, language, interpreter(interpreter, spoken)));
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

    private static @Nullable Interpreter interpreter(String kind, String language) {
        return switch (kind) {
            case "SPOKEN" -> new Interpreter(Interpreter.Kind.SPOKEN, language);
            case "SIGNED" -> new Interpreter(Interpreter.Kind.SIGNED, language);
            default -> null;
        };
    }
}
