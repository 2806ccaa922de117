package se.vardrum.overview.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.SeatForm;
import se.vardrum.page.Email;
import se.vardrum.page.Form;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;

/**
 * A guest as typed, and what is wrong with it.
 *
 * @param language of the invitation, "sv" or "en"
 * @param seat only for an interpreter, of whom neither name nor contact need be known
 * @param seen the mark of what the page showed: somebody else may change the same meanwhile
 * @param reason why there is to be a guest; null where none is asked for
 */
public record GuestForm(
        String firstName,
        String lastName,
        String mobile,
        String email,
        String language,
        @Nullable String reason,
        @Nullable SeatForm seat,
        String seen,
        Map<String, String> problems) {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 60;

    /** @param seat what an interpreter is likely to be wanted for; null for any other guest */
    static GuestForm empty(boolean asksReason, @Nullable SeatForm seat, String seen) {
        return new GuestForm("", "", "", "", "sv", asksReason ? "" : null, seat, seen, Map.of());
    }

    /** What the browser sent; everything may be missing. */
    record Typed(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String language,
            @Nullable String reason,
            @Nullable String kind,
            @Nullable String spoken,
            @Nullable String reference,
            @Nullable String seen) {

        boolean interpreter() {
            return kind != null;
        }
    }

    static GuestForm of(Participant it) {
        return new GuestForm(
                it.firstName(),
                it.lastName(),
                it.mobile() == null ? "" : Phone.shown(it.mobile()),
                it.email() == null ? "" : it.email(),
                it.language(),
                null,
                it.seat() == null ? null : SeatForm.of(it.seat()),
                it.mark(),
                Map.of());
    }

    /** @param others who takes part already and is another person: nobody is invited twice */
    static GuestForm read(Typed typed, boolean interpreter, List<Participant> others, boolean asksReason, Texts t) {
        var form = new Form(t);
        var seat = interpreter ? SeatForm.typed(typed.kind(), typed.spoken(), typed.reference(), form) : null;
        if (seat != null) seat.read(form);
        var first = name("firstName", typed.firstName(), "overview.guest.problem.first-name", interpreter, form);
        var last = name("lastName", typed.lastName(), "overview.guest.problem.last-name", interpreter, form);
        var mobile = form.line("mobile", typed.mobile(), 30);
        var email = form.line("email", typed.email(), 254);
        if (mobile.isEmpty() && email.isEmpty() && !interpreter)
            form.problem("mobile", "overview.guest.problem.contact");
        if (!mobile.isEmpty()) form.mobile("mobile", mobile);
        if (!email.isEmpty() && Email.read(email).isEmpty()) form.problem("email", "overview.guest.problem.email");
        for (var it : others) {
            if (it.mobile() != null && it.mobile().equals(e164(mobile))) {
                form.problem("mobile", "overview.guest.problem.same-mobile", it.name());
            }
            if (it.email() != null
                    && it.email().equalsIgnoreCase(Email.read(email).orElse(""))) {
                form.problem("email", "overview.guest.problem.same-email", it.name());
            }
        }
        var reason = asksReason
                ? form.required("reason", typed.reason(), LONGEST_REASON, "overview.guest.problem.reason")
                : null;
        return new GuestForm(
                first,
                last,
                mobile,
                email,
                "en".equals(typed.language()) ? "en" : "sv",
                reason,
                seat,
                typed.seen() == null ? "" : typed.seen(),
                form.problems());
    }

    private static String name(String field, @Nullable String typed, String missingKey, boolean mayBeEmpty, Form form) {
        var name = form.line(field, typed, LONGEST_NAME);
        if (mayBeEmpty && name.isEmpty()) return name;
        return form.name(field, name, missingKey, "overview.guest.problem.name");
    }

    /** The same, with another mark of what is shown, and that said at the top. */
    GuestForm changed(String now, String problem) {
        return new GuestForm(firstName, lastName, mobile, email, language, reason, seat, now, Map.of("seen", problem));
    }

    /** As typed so far, with nothing said of what is wrong. */
    GuestForm unjudged() {
        return new GuestForm(firstName, lastName, mobile, email, language, reason, seat, seen, Map.of());
    }

    boolean ok() {
        return problems.isEmpty();
    }

    /** Null where none was sent: then nobody looked. */
    @Nullable
    String looked() {
        return seen.isEmpty() ? null : seen;
    }

    /** Where this one would be reached, as far as it can be read. */
    BookAppointment.Guest guest() {
        return new BookAppointment.Guest(
                firstName,
                lastName,
                e164(mobile),
                Email.read(email).orElse(null),
                language,
                seat == null ? null : seat.seat());
    }

    private static @Nullable String e164(String typed) {
        return !typed.isEmpty() && Phone.mobile(typed) instanceof Phone.Read.Mobile(var number) ? number : null;
    }
}
