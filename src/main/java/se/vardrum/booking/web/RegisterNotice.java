package se.vardrum.booking.web;

import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.page.Texts;
import se.vardrum.patient.PersonId;
import se.vardrum.patient.RefreshFromRegister;
import se.vardrum.patient.RefreshFromRegister.Outcome;

/** Asks the population register about a patient who was chosen, and says what the booker should know of that. */
@Component
class RegisterNotice {

    private final RefreshFromRegister refreshFromRegister;
    private final Wizard wizard;

    RegisterNotice(RefreshFromRegister refreshFromRegister, Wizard wizard) {
        this.refreshFromRegister = refreshFromRegister;
        this.wizard = wizard;
    }

    /** Empty when there is nothing to say. */
    String refreshed(Actor.Staff me, PersonId patient, Texts t) {
        return switch (refreshFromRegister.refresh(me, patient)) {
            case Outcome.Fresh() -> "";
            case Outcome.Deregistered() -> t.say("booking.register.deregistered");
            case Outcome.NumberTaken() -> t.say("booking.register.taken");
            case Outcome.NotAnswering(var since) -> {
                if (since == null) yield t.say("booking.register.never");
                var moments = t.in(wizard.zone(me));
                yield t.say("booking.register.silent", moments.date(since), moments.time(since));
            }
        };
    }
}
