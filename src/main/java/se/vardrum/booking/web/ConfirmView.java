package se.vardrum.booking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.appointment.VisitType;
import se.vardrum.booking.CheckDetails;
import se.vardrum.booking.Draft;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Reader;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfile;

/** Makes what step 3 shows: all that was chosen, and the exact messages. */
@Component
class ConfirmView {

    private final Wizard wizard;
    private final PeopleView people;
    private final Directory directory;
    private final Deliveries deliveries;

    ConfirmView(Wizard wizard, PeopleView people, Directory directory, Deliveries deliveries) {
        this.wizard = wizard;
        this.people = people;
        this.directory = directory;
        this.deliveries = deliveries;
    }

    ConfirmStep of(Actor.Staff me, Draft draft, CheckDetails.Checked checked, Form form, Texts t) {
        var head = wizard.head(me, draft, Draft.Step.CONFIRM);
        var patient = wizard.patient(draft.profile());
        var unit = directory.unit(new CareUnitId(me.unit()));
        boolean later = head.type().linksAt() == VisitType.LinksAt.START;
        var slot = Objects.requireNonNull(checked.slot());
        return new ConfirmStep(
                head,
                people.of(me, head, draft, t),
                Objects.requireNonNull(checked.reason()).label(t.language()),
                later,
                t.in(unit.zone()).span(slot.from(), slot.to()),
                draft.content().details().description(),
                messages(
                        unit,
                        slot,
                        patient,
                        head.company() == null ? List.of() : head.company().proxies(),
                        draft.content().guests().stream()
                                .filter(it -> !later || it.seat() != null)
                                .toList(),
                        t),
                wizard.asksForMobile(me, draft, patient),
                draft.content().contact(),
                patient.own() && !patient.reserveNumber(),
                patient.byLink(),
                draft.content().mark(),
                form.problems());
    }

    private List<ConfirmStep.Message> messages(
            CareUnit unit,
            TimeSlot slot,
            PatientProfile patient,
            List<Head.Companion> proxies,
            List<Draft.Guest> guests,
            Texts t) {
        var all = new ArrayList<Deliveries.Recipient>();
        all.add(new Deliveries.Recipient(
                patient.firstName(),
                patient.own() ? patient.mobile() : null,
                patient.email(),
                patient.language(),
                patient.byLink() ? Reader.BY_LINK : Reader.PATIENT));
        proxies.stream()
                .map(it -> new Deliveries.Recipient(it.name(), it.mobile(), null, it.language(), Reader.PROXY))
                .forEach(all::add);
        guests.stream()
                .map(it -> new Deliveries.Recipient(
                        it.firstName(),
                        it.mobile(),
                        it.email(),
                        it.language(),
                        it.seat() == null ? Reader.GUEST : Reader.INTERPRETER))
                .forEach(all::add);
        boolean secret = patient.protectedIdentity() || proxies.stream().anyMatch(Head.Companion::protectedIdentity);
        return deliveries.preview(unit, slot, all, secret).stream()
                .map(it -> new ConfirmStep.Message(
                        t.say(
                                it.channel().equals("SMS") ? "booking.preview.sms" : "booking.preview.email",
                                it.name().isEmpty() ? t.say("booking.preview.interpreter") : it.name()),
                        it.subject(),
                        it.text()))
                .toList();
    }
}
