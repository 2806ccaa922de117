package se.vardrum.patient;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.page.NotFound;

/** Changes where messages to a patient go. A number given here is registered for that, also under protected identity. */
@Component
public class CorrectContact {

    private final ProfileTable table;
    private final AccessLog log;

    CorrectContact(ProfileTable table, AccessLog log) {
        this.table = table;
        this.log = log;
    }

    /** @param e164 as {@link se.vardrum.page.Phone} reads it */
    @Transactional
    public void mobile(Actor.Staff who, PatientProfileId profile, String e164) {
        var person = table.mobile(profile, e164).orElseThrow(NotFound::new);
        log.write(who, AccessLog.Action.CHANGED, person.value(), null);
    }

    /** Whether the patient of an own profile has no way to sign in, and gets a personal link instead. */
    @Transactional
    public void cannotSignIn(Actor.Staff who, PatientProfileId profile, boolean cannot) {
        table.cannotSignIn(profile, cannot).ifPresent(it -> log.write(who, AccessLog.Action.CHANGED, it.value(), null));
    }
}
