package se.vardrum.booking.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.page.NotFound;
import se.vardrum.patient.CorrectContact;

/** Step 3's mark that the patient cannot sign in; it is the patient's, not the draft's, and stays for the next booking. */
@Controller
class ByLinkPages {

    private final Wizard wizard;
    private final CorrectContact correctContact;

    ByLinkPages(Wizard wizard, CorrectContact correctContact) {
        this.wizard = wizard;
        this.correctContact = correctContact;
    }

    @PostMapping("/bookings/{id}/by-link")
    String mark(Actor.Staff me, @PathVariable UUID id, @RequestParam @Nullable String cannot) {
        var patient = wizard.patient(wizard.draft(me, id).profile());
        if (!patient.own() || patient.reserveNumber()) throw new NotFound();
        correctContact.cannotSignIn(me, patient.id(), "yes".equals(cannot));
        return "redirect:/bookings/" + id + "/confirm";
    }
}
