package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.vardrum.appointment.Appointment;
import se.vardrum.directory.Directory;
import se.vardrum.invitation.Invitation;
import se.vardrum.invitation.OpenLink.Outcome;
import se.vardrum.invitation.OpenLink.Outcome.Cancelled;
import se.vardrum.invitation.OpenLink.Outcome.Ended;
import se.vardrum.invitation.OpenLink.Outcome.Open;
import se.vardrum.invitation.OpenLink.Outcome.Replaced;
import se.vardrum.invitation.OpenLink.Outcome.Revoked;
import se.vardrum.invitation.OpenLink.Outcome.Unknown;
import se.vardrum.invitation.OpenLink.Outcome.Wait;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.patient.Patients;

/** What stands where there is no door: what has happened, and one thing to do. Never whose visit it is. */
@Component
class Answers {

    private static final String CLOSED = "visit/web/closed";

    private final Directory directory;
    private final Patients patients;

    Answers(Directory directory, Patients patients) {
        this.directory = directory;
        this.patients = patients;
    }

    /** For whoever comes by a link that opens nothing. */
    String link(Outcome outcome, Texts t, HttpServletResponse response, Model model) {
        switch (outcome) {
            case Replaced(var it, var visit) -> gone("replaced", it, visit, t, model);
            case Revoked(var it, var visit) -> gone("revoked", it, visit, t, model);
            case Cancelled it -> over(it.appointment(), t, model);
            case Ended it -> over(it.appointment(), t, model);
            case Unknown() -> say("unknown", "", "", t, model);
            case Wait() -> say("wait", "", "", t, model);
            case Open it -> throw new IllegalArgumentException("an open link has a door");
        }
        response.setStatus(status(outcome));
        return CLOSED;
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case Unknown() -> 404;
            case Wait() -> 429;
            default -> 410;
        };
    }

    /** For the patient or a proxy, who may know more than whoever has a link. */
    String mine(Appointment visit, Texts t, Model model) {
        say("mine." + kind(visit), when(visit, t), told("visit.link.mine." + kind(visit) + ".ask", visit, t), t, model);
        model.addAttribute("ring", ring(visit));
        return mine(model);
    }

    /** Nothing that is theirs to see; why is not told. */
    String notMine(Texts t, HttpServletResponse response, Model model) {
        response.setStatus(404);
        say("mine.none", "", "", t, model);
        return mine(model);
    }

    private static String mine(Model model) {
        model.addAttribute("mine", true);
        return CLOSED;
    }

    /** The general link may have gone anywhere: whose visit it was, and at which unit, is not told. */
    private void gone(String kind, Invitation it, Appointment visit, Texts t, Model model) {
        if (it.general()) say(kind + ".general", "", "", t, model);
        else say(kind, "", ask("visit.link." + kind + ".ask", visit, t), t, model);
        model.addAttribute("ring", it.general() || secret(visit) ? "" : ring(visit));
    }

    /** A guest is not told that the patient did not come. */
    private void over(Appointment visit, Texts t, Model model) {
        say(kind(visit), when(visit, t), ask("visit.link.ask", visit, t), t, model);
        model.addAttribute("ring", secret(visit) ? "" : ring(visit));
    }

    private static void say(String kind, String when, String ask, Texts t, Model model) {
        model.addAttribute("title", t.say("visit.link." + kind + ".title"));
        model.addAttribute("when", when);
        model.addAttribute("text", (t.say("visit.link." + kind + ".text") + " " + ask).strip());
    }

    /** Whom to turn to: the unit by name and number, or, where that may not be told, the text for that. */
    String ask(String key, Appointment visit, Texts t) {
        return secret(visit) ? t.say(key + ".protected") : told(key, visit, t);
    }

    String told(String key, Appointment visit, Texts t) {
        var unit = directory.unit(visit.unit());
        return t.say(key, unit.messageName(), Phone.shown(unit.phone()));
    }

    /** The number that {@link #told} tells. */
    String ring(Appointment visit) {
        return directory.unit(visit.unit()).phone();
    }

    String when(Appointment visit, Texts t) {
        return t.in(directory.unit(visit.unit()).zone())
                .span(visit.slot().from(), visit.slot().to());
    }

    /** Under protected identity whoever has a link is told neither the unit nor its number: docs/decisions/0011. */
    boolean secret(Appointment visit) {
        return patients.protectedIdentity(visit.profile());
    }

    private static String kind(Appointment visit) {
        return visit.status().name().toLowerCase(Locale.ROOT);
    }
}
