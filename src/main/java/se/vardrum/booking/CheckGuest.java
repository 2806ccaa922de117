package se.vardrum.booking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.page.Email;
import se.vardrum.page.Form;
import se.vardrum.page.Ids;
import se.vardrum.patient.PatientProfile;

/** Judges a guest's or an interpreter's fields before that one is added. */
@Component
public class CheckGuest {

    public static final int MOST_GUESTS = 20;

    /**
     * The guest, or null with what is wrong said in the form.
     *
     * @param doubtful true when all that stands against it is that the contact is somebody else's here: then it may be
     *     added anyway
     */
    public record Checked(Draft.@Nullable Guest guest, boolean doubtful) {}

    CheckGuest() {}

    public Checked check(
            Draft.HalfGuest typed, List<Draft.Guest> already, PatientProfile patient, boolean anyway, Form form) {
        form.name("firstName", typed.firstName(), "booking.problem.first-name", "booking.problem.name");
        form.name("lastName", typed.lastName(), "booking.problem.last-name", "booking.problem.name");
        var mobile = typed.mobile().isEmpty() ? null : form.mobile("mobile", typed.mobile());
        var email = typed.email().isEmpty() ? null : email(typed.email(), form);
        if (typed.mobile().isEmpty() && typed.email().isEmpty()) form.problem("mobile", "booking.problem.contact");
        return checked(typed, null, mobile, email, already, patient, anyway, form);
    }

    /** An interpreter needs neither name nor contact. */
    public Checked interpreter(
            Draft.HalfInterpreter typed, List<Draft.Guest> already, PatientProfile patient, boolean anyway, Form form) {
        var who = typed.who();
        var seat = typed.seat(patient.interpreter()).read(form);
        possible("firstName", who.firstName(), form);
        possible("lastName", who.lastName(), form);
        var mobile = who.mobile().isEmpty() ? null : form.mobile("mobile", who.mobile());
        var email = who.email().isEmpty() ? null : email(who.email(), form);
        return checked(who, seat, mobile, email, already, patient, anyway, form);
    }

    private static void possible(String field, String name, Form form) {
        if (!name.isEmpty()) form.name(field, name, "booking.problem.name", "booking.problem.name");
    }

    private static Checked checked(
            Draft.HalfGuest typed,
            @Nullable InterpreterSeat seat,
            @Nullable String mobile,
            @Nullable String email,
            List<Draft.Guest> already,
            PatientProfile patient,
            boolean anyway,
            Form form) {
        if (already.size() >= MOST_GUESTS) form.problem("firstName", "booking.problem.guests", MOST_GUESTS);
        if (!form.ok()) return new Checked(null, false);
        if (!anyway) pointOut(mobile, email, already, patient, form);
        if (!form.ok()) return new Checked(null, true);
        return new Checked(
                new Draft.Guest(Ids.next(), typed.firstName(), typed.lastName(), mobile, email, typed.language(), seat),
                false);
    }

    private static @Nullable String email(String typed, Form form) {
        var read = Email.read(typed);
        if (read.isEmpty()) form.problem("email", "booking.problem.email");
        return read.orElse(null);
    }

    private static void pointOut(
            @Nullable String mobile,
            @Nullable String email,
            List<Draft.Guest> already,
            PatientProfile patient,
            Form form) {
        if (mobile != null && mobile.equals(patient.mobile())) form.problem("mobile", "booking.problem.own-mobile");
        if (email != null && email.equalsIgnoreCase(Objects.requireNonNullElse(patient.email(), "")))
            form.problem("email", "booking.problem.own-email");
        same(already, it -> mobile != null && mobile.equals(it.mobile()))
                .ifPresent(it -> form.problem("mobile", "booking.problem.same-mobile", it.name()));
        same(already, it -> email != null && email.equalsIgnoreCase(Objects.requireNonNullElse(it.email(), "")))
                .ifPresent(it -> form.problem("email", "booking.problem.same-email", it.name()));
    }

    private static Optional<Draft.Guest> same(List<Draft.Guest> already, java.util.function.Predicate<Draft.Guest> as) {
        return already.stream().filter(as).findFirst();
    }
}
