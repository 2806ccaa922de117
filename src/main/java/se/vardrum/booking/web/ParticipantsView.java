package se.vardrum.booking.web;

import java.util.List;
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

    /**
     * How a tab's fields stand.
     *
     * @param added somebody has just been
     * @param ask somebody was begun, and one wants to go on
     * @param doubtful may be added anyway
     */
    private record Fields(boolean added, boolean ask, boolean doubtful, Map<String, String> problems) {

        static Fields fresh(boolean added) {
            return new Fields(added, false, false, Map.of());
        }

        static Fields wrong(boolean doubtful, Form form) {
            return new Fields(false, false, doubtful, form.problems());
        }

        /** Whoever was begun is asked about, never dropped. */
        static Fields begun(String field, String problem, Texts t) {
            var form = new Form(t);
            form.problem(field, problem);
            return new Fields(false, true, false, form.problems());
        }
    }

    /** The tab "Gäst". */
    ParticipantsStep guest(Actor.Staff me, Draft draft, boolean added, Texts t) {
        return guest(me, draft, Fields.fresh(added), t);
    }

    /** The guest as typed, with what is wrong with it. */
    ParticipantsStep wrongGuest(Actor.Staff me, Draft draft, boolean doubtful, Form form, Texts t) {
        return guest(me, draft, Fields.wrong(doubtful, form), t);
    }

    /** One wants to go on with a guest begun. */
    ParticipantsStep askGuest(Actor.Staff me, Draft draft, Texts t) {
        return guest(me, draft, Fields.begun("firstName", "booking.problem.half-guest", t), t);
    }

    private ParticipantsStep guest(Actor.Staff me, Draft draft, Fields fields, Texts t) {
        var head = wizard.head(me, draft, Draft.Step.PARTICIPANTS);
        var all = people.of(me, head, draft, t);
        return step(head, all, draft, Tab.GUEST, draft.content().interpreter(), all.guests(), fields);
    }

    /** The tab "Tolk". */
    ParticipantsStep interpreter(Actor.Staff me, Draft draft, boolean added, Texts t) {
        return interpreter(me, draft, Fields.fresh(added), t);
    }

    /** The interpreter as typed, with what is wrong with it. */
    ParticipantsStep wrongInterpreter(Actor.Staff me, Draft draft, boolean doubtful, Form form, Texts t) {
        return interpreter(me, draft, Fields.wrong(doubtful, form), t);
    }

    /** One wants to go on with an interpreter begun. */
    ParticipantsStep askInterpreter(Actor.Staff me, Draft draft, Texts t) {
        return interpreter(me, draft, Fields.begun("spoken", "booking.problem.half-interpreter", t), t);
    }

    private ParticipantsStep interpreter(Actor.Staff me, Draft draft, Fields fields, Texts t) {
        var head = wizard.head(me, draft, Draft.Step.PARTICIPANTS);
        var all = people.of(me, head, draft, t);
        var half = draft.content().interpreter();
        // What the patient needs has been booked: the fields are for somebody else.
        var need = all.interpreters().isEmpty() ? head.patient().interpreter() : null;
        var seat = new Draft.HalfInterpreter(half.seat(need), half.who());
        return step(head, all, draft, Tab.INTERPRETER, seat, all.interpreters(), fields);
    }

    /** @param group of those that the tab adds: the last one is the one just added */
    private static ParticipantsStep step(
            Head head,
            People all,
            Draft draft,
            Tab tab,
            Draft.HalfInterpreter seat,
            List<People.Guest> group,
            Fields fields) {
        return new ParticipantsStep(
                head,
                all,
                tab,
                draft.content().half(),
                seat,
                fields.ask(),
                fields.doubtful(),
                StaffChoice.NONE,
                fields.added() && !group.isEmpty() ? group.getLast().name() : "",
                fields.problems());
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
