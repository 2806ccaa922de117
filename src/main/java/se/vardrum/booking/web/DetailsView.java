package se.vardrum.booking.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.appointment.FreeTimes;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.booking.CheckDetails;
import se.vardrum.booking.Draft;
import se.vardrum.directory.PractitionerId;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfile;

/** Judges step 1 and makes what it shows, for the step itself and for the last one when it must come back here. */
@Component
class DetailsView {

    private static final int FREE_TIMES = 5;

    private final Wizard wizard;
    private final CheckDetails checkDetails;
    private final FreeTimes freeTimes;

    DetailsView(Wizard wizard, CheckDetails checkDetails, FreeTimes freeTimes) {
        this.wizard = wizard;
        this.checkDetails = checkDetails;
        this.freeTimes = freeTimes;
    }

    CheckDetails.Checked check(Actor.Staff me, Draft draft, Form form, Texts t) {
        return checkDetails.check(draft.content().details(), wizard.type(me, draft.type()), wizard.zone(me), form, t);
    }

    /** Who stands in the way at that time. */
    enum Busy {
        NOBODY(""),
        YOU("booking.busy.you"),
        PATIENT("booking.busy.patient");

        private final String key;

        Busy(String key) {
            this.key = key;
        }
    }

    Busy busy(Actor.Staff me, PatientProfile patient, TimeSlot slot) {
        if (freeTimes.busy(new PractitionerId(me.practitioner()), slot)) return Busy.YOU;
        return freeTimes.busy(patient.person(), slot) ? Busy.PATIENT : Busy.NOBODY;
    }

    /** As it stands, nothing judged but whether that hour comes twice. */
    DetailsStep plain(Actor.Staff me, Draft draft, Texts t) {
        boolean twice = check(me, draft, new Form(t), t).twice();
        return new DetailsStep(
                wizard.head(me, draft, Draft.Step.DETAILS),
                draft.content().details(),
                CheckDetails.LENGTHS,
                List.of(),
                twice,
                "",
                List.of(),
                java.util.Map.of());
    }

    /** With what is wrong; the form's problems and, when the time is taken, the nearest free ones. */
    DetailsStep judged(Actor.Staff me, Draft draft, CheckDetails.Checked checked, Busy busy, Form form, Texts t) {
        var zone = wizard.zone(me);
        var slot = checked.slot();
        if (busy != Busy.NOBODY) form.problem("time", busy.key);
        return new DetailsStep(
                wizard.head(me, draft, Draft.Step.DETAILS),
                busy == Busy.NOBODY ? draft.content().details() : checked.typed(),
                CheckDetails.LENGTHS,
                checked.nearest().stream().map(it -> it.label(t.language())).toList(),
                checked.twice(),
                busy == Busy.NOBODY ? "" : t.say(busy.key),
                busy == Busy.NOBODY || slot == null ? List.of() : free(me, draft, slot, zone, t),
                form.problems());
    }

    private List<DetailsStep.Free> free(Actor.Staff me, Draft draft, TimeSlot wanted, ZoneId zone, Texts t) {
        var patient = wizard.patient(draft.profile());
        var moments = t.in(zone);
        return freeTimes
                .near(new PractitionerId(me.practitioner()), patient.person(), wanted, FREE_TIMES, zone)
                .stream()
                .map(it -> {
                    Instant from = it.from();
                    boolean sameDay = moments.isoDate(from).equals(moments.isoDate(wanted.from()));
                    return new DetailsStep.Free(
                            sameDay ? moments.time(from) : moments.shortDate(from) + " " + moments.time(from),
                            moments.isoDate(from) + " " + moments.time(from));
                })
                .toList();
    }
}
