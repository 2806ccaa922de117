package se.vardrum.overview.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.Participant;
import se.vardrum.page.Email;
import se.vardrum.page.Form;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;

/**
 * A guest as typed, and what is wrong with it.
 *
 * @param language of the invitation, "sv" or "en"
 * @param reason why there is to be a guest; null where none is asked for
 */
public record GuestForm(
        String firstName,
        String lastName,
        String mobile,
        String email,
        String language,
        @Nullable String reason,
        Map<String, String> problems) {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 60;

    static GuestForm empty(boolean asksReason) {
        return new GuestForm("", "", "", "", "sv", asksReason ? "" : null, Map.of());
    }

    /** What the browser sent; everything may be missing. */
    record Typed(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String language,
            @Nullable String reason) {}

    static GuestForm of(Participant it) {
        return new GuestForm(
                it.firstName(),
                it.lastName(),
                it.mobile() == null ? "" : Phone.shown(it.mobile()),
                it.email() == null ? "" : it.email(),
                it.language(),
                null,
                Map.of());
    }

    /** @param others who takes part already and is another person: nobody is invited twice */
    static GuestForm read(Typed typed, List<Participant> others, boolean asksReason, Texts t) {
        var form = new Form(t);
        var first = form.name(
                "firstName",
                form.line("firstName", typed.firstName(), LONGEST_NAME),
                "overview.guest.problem.first-name",
                "overview.guest.problem.name");
        var last = form.name(
                "lastName",
                form.line("lastName", typed.lastName(), LONGEST_NAME),
                "overview.guest.problem.last-name",
                "overview.guest.problem.name");
        var mobile = form.line("mobile", typed.mobile(), 30);
        var email = form.line("email", typed.email(), 254);
        if (mobile.isEmpty() && email.isEmpty()) form.problem("mobile", "overview.guest.problem.contact");
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
                first, last, mobile, email, "en".equals(typed.language()) ? "en" : "sv", reason, form.problems());
    }

    boolean ok() {
        return problems.isEmpty();
    }

    BookAppointment.Guest guest() {
        return new BookAppointment.Guest(
                firstName, lastName, e164(mobile), Email.read(email).orElse(null), language);
    }

    private static @Nullable String e164(String typed) {
        return !typed.isEmpty() && Phone.mobile(typed) instanceof Phone.Read.Mobile(var number) ? number : null;
    }
}
