package se.vardrum.booking.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.booking.Draft;
import se.vardrum.booking.web.ParticipantsStep.Tab;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;

/** Makes what step 2 shows, whichever of its buttons was pressed. */
@Component
class ParticipantsView {

    private final Wizard wizard;
    private final PeopleView people;
    private final StaffView staff;

    ParticipantsView(Wizard wizard, PeopleView people, StaffView staff) {
        this.wizard = wizard;
        this.people = people;
        this.staff = staff;
    }

    /** The tab "Gäst". */
    ParticipantsStep guest(Actor.Staff me, Draft draft, boolean added, Texts t) {
        return guest(me, draft, added, false, false, Map.of(), t);
    }

    /** The guest as typed, with what is wrong with it. */
    ParticipantsStep wrongGuest(Actor.Staff me, Draft draft, boolean doubtful, Form form, Texts t) {
        return guest(me, draft, false, false, doubtful, form.problems(), t);
    }

    /** One wants to go on with a guest begun: it is asked about, never dropped. */
    ParticipantsStep askGuest(Actor.Staff me, Draft draft, Texts t) {
        var form = new Form(t);
        form.problem("firstName", "booking.problem.half-guest");
        return guest(me, draft, false, true, false, form.problems(), t);
    }

    private ParticipantsStep guest(
            Actor.Staff me,
            Draft draft,
            boolean added,
            boolean ask,
            boolean doubtful,
            Map<String, String> problems,
            Texts t) {
        var head = wizard.head(me, draft, Draft.Step.PARTICIPANTS);
        var all = people.of(me, head, draft, t);
        var latest = added && !all.guests().isEmpty() ? all.guests().getLast().name() : "";
        return new ParticipantsStep(
                head,
                all,
                Tab.GUEST,
                draft.content().half(),
                draft.content().interpreter(),
                ask,
                doubtful,
                StaffChoice.NONE,
                latest,
                problems);
    }

    /** The tab "Tolk". */
    ParticipantsStep interpreter(Actor.Staff me, Draft draft, boolean added, Texts t) {
        return interpreter(me, draft, added, false, false, Map.of(), t);
    }

    /** The interpreter as typed, with what is wrong with it. */
    ParticipantsStep wrongInterpreter(Actor.Staff me, Draft draft, boolean doubtful, Form form, Texts t) {
        return interpreter(me, draft, false, false, doubtful, form.problems(), t);
    }

    /** One wants to go on with an interpreter begun. */
    ParticipantsStep askInterpreter(Actor.Staff me, Draft draft, Texts t) {
        var form = new Form(t);
        form.problem("spoken", "booking.problem.half-interpreter");
        return interpreter(me, draft, false, true, false, form.problems(), t);
    }

    private ParticipantsStep interpreter(
            Actor.Staff me,
            Draft draft,
            boolean added,
            boolean ask,
            boolean doubtful,
            Map<String, String> problems,
            Texts t) {
        var head = wizard.head(me, draft, Draft.Step.PARTICIPANTS);
        var all = people.of(me, head, draft, t);
        var latest = added && !all.interpreters().isEmpty()
                ? all.interpreters().getLast().name()
                : "";
        var half = draft.content().interpreter();
        // What the patient needs has been booked: the fields are for somebody else.
        var need = all.interpreters().isEmpty() ? head.patient().interpreter() : null;
        return new ParticipantsStep(
                head,
                all,
                Tab.INTERPRETER,
                draft.content().half(),
                new Draft.HalfInterpreter(half.seat(need), half.who()),
                ask,
                doubtful,
                StaffChoice.NONE,
                latest,
                problems);
    }

    /** Where the tab "Vårdpersonal" is opened. */
    record Place(String q, @Nullable UUID unit, String title) {
        static final Place START = new Place("", null, "");
    }

    /** The tab "Vårdpersonal". */
    ParticipantsStep staff(Actor.Staff me, Draft draft, Place place, boolean added, Texts t) {
        return staff(me, draft, place, added, "", false, Map.of(), t);
    }

    /** With what is wrong with the choice. */
    ParticipantsStep wrongStaff(Actor.Staff me, Draft draft, Form form, Texts t) {
        return staff(me, draft, Place.START, false, "", false, form.problems(), t);
    }

    /** One wants to go on with somebody chosen but not added. */
    ParticipantsStep askStaff(Actor.Staff me, Draft draft, PractitionerRole chosen, Texts t) {
        var form = new Form(t);
        form.problem("role", "booking.problem.staff.chosen", chosen.name());
        var place = new Place("", chosen.unit().value(), chosen.title());
        return staff(me, draft, place, false, chosen.id().value().toString(), true, form.problems(), t);
    }

    private ParticipantsStep staff(
            Actor.Staff me,
            Draft draft,
            Place place,
            boolean added,
            String chosen,
            boolean ask,
            Map<String, String> problems,
            Texts t) {
        var head = wizard.head(me, draft, Draft.Step.PARTICIPANTS);
        var id = draft.id().value();
        var all = people.of(me, head, draft, t);
        var choice = new StaffChoice(
                staff.found(me, id, place.q(), t), staff.tree(me, id, place.unit(), place.title(), t), chosen, ask);
        var latest = added && all.staff().size() > 1 ? all.staff().getLast().name() : "";
        return new ParticipantsStep(
                head,
                all,
                Tab.STAFF,
                draft.content().half(),
                draft.content().interpreter(),
                false,
                false,
                choice,
                latest,
                problems);
    }

    /** Without those who have left the directory since they were added. */
    Draft.Content withoutVanished(Draft.Content content) {
        var left = people.known(content);
        var kept = content;
        for (var role : content.colleagues()) if (!left.contains(role)) kept = kept.without(role);
        return kept;
    }
}
