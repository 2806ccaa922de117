package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.vardrum.access.Actor;
import se.vardrum.appointment.BookAppointment.Outcome;
import se.vardrum.appointment.BookAppointment.Rule;
import se.vardrum.booking.BookDraft;
import se.vardrum.booking.CheckDetails;
import se.vardrum.booking.Draft;
import se.vardrum.booking.Drafts;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;

/** Answers the last button: the booking, or the step at which something must be put right. */
@Component
class Confirmation {

    private final Wizard wizard;
    private final DetailsView details;
    private final ParticipantsView participants;
    private final ConfirmView view;
    private final CompanyView company;
    private final BookDraft bookDraft;
    private final Drafts drafts;

    Confirmation(
            Wizard wizard,
            DetailsView details,
            ParticipantsView participants,
            ConfirmView view,
            CompanyView company,
            BookDraft bookDraft,
            Drafts drafts) {
        this.wizard = wizard;
        this.details = details;
        this.participants = participants;
        this.view = view;
        this.company = company;
        this.bookDraft = bookDraft;
        this.drafts = drafts;
    }

    String answer(
            Actor.Staff me,
            Draft draft,
            ConfirmPages.Typed typed,
            Form form,
            Texts t,
            HttpServletResponse response,
            Model model) {
        var back = new Back(me, draft, typed, t, response, model);
        var checked = details.check(me, draft, new Form(t), t);
        if (!checked.complete()) return back.toDetails(DetailsView.Busy.NOBODY);
        if (draft.content().half().begun() && wizard.type(me, draft.type()).guests()) return back.toHalfGuest();
        if (wizard.halfInterpreter(draft)) return back.toHalfInterpreter();

        if (typed.stale(draft.content())) form.problem("confirm", "booking.problem.changed");

        var patient = wizard.patient(draft.profile());
        var settled = settled(
                patient, wizard.asksForMobile(me, draft, patient), typed.into(draft.content(), form), checked, form);
        if (settled == null) {
            var kept = drafts.change(me, draft.id(), Draft.Step.CONFIRM, it -> typed.into(it, form));
            response.setStatus(422);
            model.addAttribute("step", view.of(me, kept, checked, form, t));
            return "booking/web/confirm";
        }
        return switch (bookDraft.book(me, draft, settled)) {
            case Outcome.Booked(var id) -> "redirect:/visits/" + id.value() + "/booked";
            case Outcome.AlreadyBooked(var id) -> "redirect:/visits/" + id.value() + "/booked";
            case Outcome.Against(var rule) ->
                rule == Rule.PROXIES ? back.toCompany(checked) : back.toConfirm("confirm", key(rule), checked);
            case Outcome.Forbidden _, Outcome.WhyNeeded _, Outcome.NoRight _ -> back.toCompany(checked);
            case Outcome.PractitionerBusy() -> back.toDetails(DetailsView.Busy.YOU);
            case Outcome.PatientBusy() -> back.toDetails(DetailsView.Busy.PATIENT);
            case Outcome.InThePast() -> back.toDetails(DetailsView.Busy.NOBODY);
            case Outcome.ReasonNeeded() -> // protected since
                back.toConfirm("guestReason", "booking.problem.guest-reason", checked);
            case Outcome.Unknown() -> back.toVanished();
        };
    }

    /** What is booked; null, and a problem at its field, when something is still to be said. */
    private static BookDraft.@Nullable Settled settled(
            PatientProfile patient, boolean asks, Draft.Content content, CheckDetails.Checked checked, Form form) {
        var contact = content.contact();
        boolean exposes = patient.protectedIdentity() && !content.guests().isEmpty();
        if (exposes && contact.guestReason().isBlank()) form.problem("guestReason", "booking.problem.guest-reason");
        var given = asks ? given(patient, contact, form) : null;
        if (!form.ok()) return null;
        return new BookDraft.Settled(
                Objects.requireNonNull(checked.reason()),
                Objects.requireNonNull(checked.slot()),
                asks ? given : patient.mobile(),
                given != null,
                exposes ? contact.guestReason() : "");
    }

    /**
     * The patient has no number, or none that messages may go to: one is given now, or somebody rings. Under protected
     * identity somebody rings unless a number is given.
     */
    private static @Nullable String given(PatientProfile patient, Draft.PatientContact contact, Form form) {
        if (contact.mobile().isEmpty()) {
            if (!contact.ring() && !patient.protectedIdentity()) form.problem("mobile", "booking.problem.mobile");
            return null;
        }
        return form.mobile("mobile", contact.mobile());
    }

    private static String key(Rule rule) {
        return switch (rule) {
            case CLOSED -> "booking.problem.type.closed";
            case GUESTS -> "booking.problem.type.guests";
            case STAFF -> "booking.problem.type.staff";
            case HEADING -> "booking.problem.heading.missing";
            case PROXIES -> throw new IllegalArgumentException("asked about before step 1");
        };
    }

    /** The ways back to an earlier step, with everything kept. */
    private class Back {
        private final Actor.Staff me;
        private final Draft draft;
        private final ConfirmPages.Typed typed;
        private final Texts t;
        private final HttpServletResponse response;
        private final Model model;

        Back(
                Actor.Staff me,
                Draft draft,
                ConfirmPages.Typed typed,
                Texts t,
                HttpServletResponse response,
                Model model) {
            this.me = me;
            this.draft = draft;
            this.typed = typed;
            this.t = t;
            this.response = response;
            this.model = model;
        }

        String toDetails(DetailsView.Busy busy) {
            response.setStatus(422);
            var kept = drafts.change(me, draft.id(), Draft.Step.DETAILS, it -> it);
            var form = new Form(t);
            var checked = details.check(me, kept, form, t);
            model.addAttribute("step", details.judged(me, kept, checked, busy, form, t));
            return "booking/web/details";
        }

        /** Something has changed meanwhile: the type of visit, or the patient's protection. */
        String toConfirm(String field, String key, CheckDetails.Checked checked) {
            response.setStatus(422);
            var form = new Form(t);
            form.problem(field, key);
            var kept = drafts.change(me, draft.id(), Draft.Step.CONFIRM, it -> typed.into(it, form));
            model.addAttribute("step", view.of(me, kept, checked, form, t));
            return "booking/web/confirm";
        }

        /** The rules for children stand against it: who is to be there, or the type, must be another. */
        String toCompany(CheckDetails.Checked checked) {
            response.setStatus(422);
            var form = new Form(t);
            var day = Patients.day(Objects.requireNonNull(checked.slot()).from());
            var answered = company.of(me, draft, day);
            company.judge(me, answered, wizard.type(me, draft.type()), form, t);
            model.addAttribute("step", company.step(me, answered, form, t));
            return "booking/web/type";
        }

        String toHalfGuest() {
            response.setStatus(422);
            model.addAttribute("step", participants.askGuest(me, draft, t));
            return "booking/web/participants";
        }

        String toHalfInterpreter() {
            response.setStatus(422);
            model.addAttribute("step", participants.askInterpreter(me, draft, t));
            return "booking/web/participants";
        }

        /** A colleague has left the directory since: the list shows who is left, and the page says so. */
        String toVanished() {
            response.setStatus(422);
            var form = new Form(t);
            form.problem("role", "booking.problem.staff.gone");
            var kept = drafts.change(me, draft.id(), Draft.Step.PARTICIPANTS, participants::withoutVanished);
            model.addAttribute("step", participants.wrongStaff(me, kept, form, t));
            return "booking/web/participants";
        }
    }
}
