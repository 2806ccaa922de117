package se.vardrum.appointment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.vardrum.page.Form;
import se.vardrum.patient.Interpreter;

/**
 * An interpreter's seat as typed, right or wrong. As JSON in a draft.
 *
 * @param kind "SPOKEN" or "SIGNED"
 */
public record SeatForm(String kind, String language, String reference) {

    public static final SeatForm EMPTY = new SeatForm("SPOKEN", "", "");

    /** The reference is pasted into somebody else's form: an identity number has no business there. */
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)(\\d{2})?\\d{6}[-+ ]?\\d{4}(?!\\d)");

    public SeatForm {
        kind = "SIGNED".equals(kind) ? kind : "SPOKEN";
        language = language == null ? "" : language;
        reference = reference == null ? "" : reference;
    }

    /** As the fields kind, spoken and reference have it. */
    public static SeatForm typed(
            @Nullable String kind, @Nullable String spoken, @Nullable String reference, Form form) {
        return new SeatForm(
                kind == null ? "" : kind,
                form.line("spoken", spoken, InterpreterSeat.LONGEST),
                form.line("reference", reference, InterpreterSeat.LONGEST));
    }

    public static SeatForm of(@Nullable Interpreter need) {
        return need == null ? EMPTY : new SeatForm(need.kind().name(), need.language(), "");
    }

    public static SeatForm of(InterpreterSeat it) {
        return new SeatForm(it.kind().name(), it.language(), it.reference());
    }

    /** Says in the form what is wrong. */
    public InterpreterSeat read(Form form) {
        judge(form);
        return seat();
    }

    public InterpreterSeat seat() {
        return new InterpreterSeat(Interpreter.Kind.valueOf(kind), language, reference);
    }

    private void judge(Form form) {
        if (kind.equals("SPOKEN") && language.isEmpty()) form.problem("spoken", "appointment.seat.problem.language");
        if (IDENTITY_NUMBER.matcher(reference).find()) form.problem("reference", "appointment.seat.problem.reference");
    }
}
