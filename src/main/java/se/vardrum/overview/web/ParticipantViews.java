package se.vardrum.overview.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.overview.Readiness;
import se.vardrum.overview.web.Follows.Leaving;
import se.vardrum.overview.web.VisitView.Agency;
import se.vardrum.overview.web.VisitView.Group;
import se.vardrum.overview.web.VisitView.PatientBlock;
import se.vardrum.overview.web.VisitView.Person;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.patient.PersonId;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.FindVisit.Seen;

/**
 * Everyone of one visit, in groups, as one reader may see them.
 *
 * @param patient null: the reader meets the label alone, never a name
 * @param hidden proxies with protected identity
 * @param sent the messages of each that matter now
 * @param checks the newest device check of each
 * @param agencies what goes to the agencies of the interpreters; empty for one who may change nothing
 * @param needsInterpreter the patient does, and the reader may know it
 * @param secret the patient has protected identity
 */
record ParticipantViews(
        Seen seen,
        boolean mayChange,
        @Nullable PatientBlock patient,
        Set<PersonId> hidden,
        Map<PractitionerRoleId, PractitionerRole> roles,
        List<Arrival> arrivals,
        Map<ParticipantId, List<Delivery>> sent,
        Map<ParticipantId, DeviceCheck> checks,
        Map<ParticipantId, Agency> agencies,
        boolean needsInterpreter,
        boolean secret,
        Follows follows,
        Readiness ready,
        Instant now,
        CareUnit unit,
        Texts t) {

    private static final List<ArrivalState> WORTH_SEEING = List.of(
            ArrivalState.ADMITTED, ArrivalState.WAITING, ArrivalState.LEFT, ArrivalState.REFUSED, ArrivalState.REMOVED);

    List<Group> groups(List<Participant> all) {
        return Stream.of(
                        group("patient", all.stream().filter(it -> it.person() != null), this::patient),
                        group(
                                "staff",
                                all.stream().filter(it -> it.role() != null).sorted(responsibleFirst()),
                                this::staff),
                        group("interpreter", all.stream().filter(Participant::interpreter), it -> interpreter(it, all)),
                        group(
                                "guests",
                                all.stream().filter(it -> it.guest() && !it.interpreter()),
                                it -> person(it, it.name(), contact(it), "guest", mayChange, mayChange)),
                        group("by-link", arrivals.stream().filter(ParticipantViews::byLink), this::stranger))
                .filter(it -> !it.people().isEmpty())
                .toList();
    }

    private Comparator<Participant> responsibleFirst() {
        return Comparator.comparing(it -> !seen.visit().responsible().equals(it.role()));
    }

    private <T> Group group(String key, Stream<T> some, Function<T, Person> person) {
        return new Group(t.say("overview.group." + key), some.map(person).toList());
    }

    private Person patient(Participant it) {
        if (it.kind() == ParticipantKind.PROXY) {
            var proxy = patient == null ? t.say("overview.proxy") : it.name();
            var marked =
                    t.say("overview.proxy") + (hidden.contains(it.person()) ? " · " + t.say("overview.protected") : "");
            return person(it, proxy, patient == null ? "" : marked, "patient", false, false);
        }
        var name = patient == null ? t.say("overview.patient") : patient.name();
        return person(it, name, patient == null ? "" : patient.age(), "patient", false, false);
    }

    private Person staff(Participant it) {
        var role = roles.get(Objects.requireNonNull(it.role()));
        var title = role == null ? "" : role.title();
        boolean responsible = it.role().equals(seen.visit().responsible());
        boolean booked = it.role().equals(seen.appointment().responsible());
        return person(
                it,
                role == null ? it.name() : role.name(),
                responsible ? t.say("overview.responsible", title).strip() : title,
                "staff",
                false,
                mayChange && !responsible && !booked);
    }

    private Person interpreter(Participant it, List<Participant> all) {
        var seat = Objects.requireNonNull(it.seat());
        var detail = Stream.of(
                        seat.words(t),
                        it.unnamed() ? t.say("appointment.seat.unnamed") : "",
                        seat.reference().isEmpty() ? "" : t.say("overview.seat.reference", seat.reference()),
                        contact(it))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
        boolean last = all.stream().filter(Participant::interpreter).count() == 1;
        return person(it, it.shown(t), detail, "guest", mayChange, mayChange, needsInterpreter && last);
    }

    private Person stranger(Arrival it) {
        var tags = PersonTags.of(it, List.of(), t, unit.zone());
        return new Person(
                null, it.name(), it.givenRole(), "guest", tags, List.of(), false, false, false, null, "", null);
    }

    private Person person(
            Participant it, String name, String detail, String group, boolean mayCorrect, boolean mayRemove) {
        return person(it, name, detail, group, mayCorrect, mayRemove, false);
    }

    /** @param needed the patient needs an interpreter, and this is the last one */
    private Person person(
            Participant it,
            String name,
            String detail,
            String group,
            boolean mayCorrect,
            boolean mayRemove,
            boolean needed) {
        var own = arrivals.stream()
                .filter(one -> it.id().equals(one.participant()))
                .toList();
        var arrival = own.stream()
                .min(Comparator.comparing(one -> WORTH_SEEING.indexOf(one.state()))) // many browsers at one link
                .orElse(null);
        var messages = sent.getOrDefault(it.id(), List.of());
        var check = seen.visit().state().open() ? checks.get(it.id()) : null;
        var day = seen.appointment().slot().from();
        return new Person(
                it.id().value().toString(),
                name,
                detail,
                group,
                messages.isEmpty() && it.guest() && !seen.appointment().linkNow(it)
                        ? List.of(new TagView(t.say("overview.guest.at-start"), "neutral"))
                        : both(
                                PersonTags.of(arrival, messages, t, unit.zone()),
                                CheckTags.of(check, arrival, day, t, unit.zone())),
                both(PersonTags.problems(messages, t), CheckTags.advice(check, arrival, day, t, unit.zone())),
                mayChange && !messages.isEmpty(),
                mayCorrect,
                mayRemove,
                agencies.get(it.id()),
                mayRemove ? String.join("\n", follows.removed(leaving(it, own, messages, needed), t)) : "",
                readiness(it));
    }

    private @Nullable ReadyView readiness(Participant it) {
        if (!seen.visit().state().open()) return null;
        var slot = seen.appointment().slot();
        var ring = ready.toRing(now, slot, seen.visit().expected(slot));
        boolean known = it.guest() ? mayChange : patient != null;
        boolean shown = known && !secret && hidden.isEmpty();
        return ready.people().stream()
                .filter(one -> one.who().id().equals(it.id()))
                .findFirst()
                .map(one -> ReadyView.of(one, one.equals(ring) && mayChange, shown, t, unit.zone()))
                .orElse(null);
    }

    private Leaving leaving(Participant it, List<Arrival> own, List<Delivery> messages, boolean needed) {
        return new Leaving(
                seen.appointment(),
                unit,
                secret || !hidden.isEmpty(),
                it,
                own,
                messages,
                needed,
                it.role() != null || !secret);
    }

    private static <T> List<T> both(List<T> first, List<T> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static boolean byLink(Arrival it) {
        return it.byGeneralLink() && it.state() != ArrivalState.REMOVED;
    }

    private static String contact(Participant it) {
        return Stream.of(it.mobile() == null ? null : Phone.shown(it.mobile()), it.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
