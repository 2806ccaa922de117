package se.vardrum.overview.web;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.overview.web.DoorView.Knock;
import se.vardrum.overview.web.DoorView.Ready;
import se.vardrum.overview.web.VisitView.Person;
import se.vardrum.page.Moments;
import se.vardrum.page.Texts;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.ArrivalWords;
import se.vardrum.visit.FindVisit.Seen;
import se.vardrum.visit.ReadyNote;
import se.vardrum.visit.VisitState;

/**
 * Puts the door together for one reader.
 *
 * @param people those who take part as this reader may see them, by their participant's id
 */
record DoorViews(
        Seen seen,
        boolean mayAct,
        Map<ParticipantId, Participant> participants,
        Map<String, Person> people,
        List<Arrival> arrivals,
        Instant now,
        Moments moments,
        Texts t) {

    private static final int LONG = 5; // minutes
    private static final int TOO_LONG = 15;

    static DoorView of(
            Seen seen,
            boolean mayAct,
            List<Participant> participants,
            List<VisitView.Group> groups,
            List<Arrival> arrivals,
            Instant now,
            Moments moments,
            Texts t) {
        var byId = participants.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        var people = groups.stream()
                .flatMap(it -> it.people().stream())
                .filter(it -> it.id() != null)
                .collect(Collectors.toMap(it -> String.valueOf(it.id()), Function.identity()));
        return new DoorViews(seen, mayAct, byId, people, arrivals, now, moments, t).door();
    }

    private DoorView door() {
        var visit = seen.visit();
        return new DoorView(
                visit.state().open(),
                visit.state() == VisitState.RUNNING,
                mayAct,
                visit.locked(),
                those(it -> it.waits() && !staff(it)),
                those(it -> it.state() == ArrivalState.REFUSED),
                those(it -> it.state() == ArrivalState.ADMITTED),
                visit.noteIn(t),
                Stream.of(ReadyNote.values())
                        .map(it -> new Ready(it.name(), it.in(t)))
                        .toList());
    }

    private List<Knock> those(Predicate<Arrival> which) {
        return arrivals.stream()
                .filter(which)
                .sorted(Comparator.comparing(Arrival::since))
                .map(this::knock)
                .toList();
    }

    private Knock knock(Arrival it) {
        var named = named(it);
        return new Knock(
                it.id().value().toString(),
                name(it, named),
                detail(it, named),
                named == null || named.guest() ? "guest" : staff(it) ? "staff" : "patient",
                ArrivalWords.way(named, t),
                since(it),
                color(it),
                tags(it),
                !staff(it),
                named == null || named.guest(),
                follows(it, named));
    }

    /** The label alone, where the reader may not see who the patient is. */
    private String name(Arrival it, @Nullable Participant named) {
        var person = named == null ? null : people.get(named.id().value().toString());
        return person == null || named.guest() ? it.name() : person.name();
    }

    private String detail(Arrival it, @Nullable Participant named) {
        if (named == null) return it.givenRole();
        return switch (named.kind()) {
            case PRACTITIONER ->
                requireNonNull(people.get(named.id().value().toString())).detail();
            case PATIENT -> t.say("visit.role.patient");
            case PROXY -> t.say("visit.role.proxy");
            case GUEST, INTERPRETER -> ArrivalWords.role(it, named, t);
        };
    }

    private String since(Arrival it) {
        return t.say("overview.door.since", moments.time(it.since()), minutes(it));
    }

    private String color(Arrival it) {
        return minutes(it) >= TOO_LONG ? "danger" : minutes(it) >= LONG ? "warning" : "success";
    }

    private long minutes(Arrival it) {
        return Math.max(0, Duration.between(it.since(), now).toMinutes());
    }

    private List<TagView> tags(Arrival it) {
        var confirm = new TagView(t.say("overview.person.confirm"), "warning");
        var held = new TagView(t.say("overview.door.held"), "neutral");
        boolean waits = it.state() == ArrivalState.WAITING;
        var lost = new TagView(t.say("overview.person.lost"), "warning");
        return Stream.of(
                        waits && it.toConfirm() ? confirm : null,
                        waits && it.held() ? held : null,
                        it.state() == ArrivalState.ADMITTED && !it.online() ? lost : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private String follows(Arrival it, @Nullable Participant named) {
        var person = named == null || it.toConfirm()
                ? null
                : people.get(named.id().value().toString());
        return person == null || person.follows().isEmpty() ? t.say("overview.door.put-out-about") : person.follows();
    }

    private @Nullable Participant named(Arrival it) {
        return it.participant() == null ? null : participants.get(it.participant());
    }

    private boolean staff(Arrival it) {
        var named = named(it);
        return named != null && named.role() != null;
    }
}
