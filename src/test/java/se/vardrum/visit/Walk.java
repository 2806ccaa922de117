package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;

/** One visit, and what the walker knows of it apart from the code. */
final class Walk {

    private final World world;
    private final Arrive arrive;
    private final Admit admit;
    private final Leave leave;
    private final StartVisit start;
    private final EndVisit end;
    private final KeepDoor keep;
    private final Visits visits;
    private final ArrivalTable arrivals;
    private final LiveNodeTable nodes;
    private final JdbcClient sql;
    private final OpenLink links;
    private final AppointmentId id;
    private final OpenLink.Outcome.Open personal;
    private final OpenLink.Outcome.Open general;
    private final UUID node = UUID.randomUUID();
    private final Map<String, UUID> browsers = new HashMap<>();
    private final Set<ArrivalId> known = new HashSet<>();
    private final Set<ArrivalId> refused = new HashSet<>();
    private final Set<ArrivalId> putOut = new HashSet<>();
    private final Set<ArrivalId> letIn = new HashSet<>();
    private final Set<ArrivalId> mayWait = new HashSet<>();
    private final Set<ArrivalId> sentBack = new HashSet<>();
    private final Map<ArrivalId, UUID> refusedIn = new HashMap<>();
    private @Nullable VisitState before;
    private boolean wasLocked;

    Walk(ConfigurableApplicationContext context) {
        world = context.getBean(World.class);
        arrive = context.getBean(Arrive.class);
        admit = context.getBean(Admit.class);
        leave = context.getBean(Leave.class);
        start = context.getBean(StartVisit.class);
        end = context.getBean(EndVisit.class);
        keep = context.getBean(KeepDoor.class);
        visits = context.getBean(Visits.class);
        arrivals = context.getBean(ArrivalTable.class);
        nodes = context.getBean(LiveNodeTable.class);
        sql = context.getBean(JdbcClient.class);
        links = context.getBean(OpenLink.class);
        world.begin();
        id = world.booked();
        nodes.alive(node);
        var all = context.getBean(Links.class);
        var erik = context.getBean(se.vardrum.appointment.Appointments.class).participants(id).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        personal = open(all.personal(erik.id()));
        general = open(all.general(id).orElseThrow());
    }

    private OpenLink.Outcome.Open open(String url) {
        return (OpenLink.Outcome.Open) links.look(url.substring(url.lastIndexOf('/') + 1));
    }

    void take(List<WalkTests.Step> together) {
        var stateBefore = places();
        if (together.size() == 1) take(together.getFirst(), stateBefore);
        else
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.invokeAll(together.stream()
                                .map(it -> Executors.callable(() -> take(it, stateBefore)))
                                .toList())
                        .forEach(it -> it.resultNow());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        note(together, stateBefore);
    }

    private void take(WalkTests.Step it, List<Arrival> there) {
        var staff = it.who() % 2 == 0 ? world.anna : world.daniel;
        var place = there.isEmpty() ? null : there.get(it.at() % there.size());
        switch (it.verb()) {
            case COME -> come(it, false);
            case GO_ON_HERE -> come(it, true);
            case CONNECT -> {
                if (place != null && place.browser() != null) arrivals.connected(place.id(), "page" + it.at(), node);
            }
            case DROP -> {
                if (place != null) drop(place, it.who() % 2 == 0);
            }
            case LEAVE -> leave.leave(id, browser(it));
            case START -> start.start(staff, id);
            case LOCK -> keep.lock(staff, id, true);
            case UNLOCK -> keep.lock(staff, id, false);
            case END -> {
                if (it.at() == 0) end.end(staff, id); // rarely: a walk is over then
            }
            case ADMIT, REFUSE, TAKE_BACK, SEND_BACK, PUT_OUT -> {
                if (place != null) answer(it.verb(), it.who() == 4 ? world.eva : staff, place.id());
            }
        }
    }

    /** @param longAgo it counts as gone by now */
    private void drop(Arrival place, boolean longAgo) {
        arrivals.disconnected(place.id(), place.page());
        if (longAgo)
            sql.sql("update arrival set silent_at = silent_at - interval '11 seconds' where id = :id")
                    .param("id", place.id().value())
                    .update();
    }

    private void answer(WalkTests.Verb verb, Actor.Staff staff, ArrivalId place) {
        switch (verb) {
            case ADMIT -> admit.admit(staff, id, place);
            case REFUSE -> admit.refuse(staff, id, place);
            case TAKE_BACK -> admit.takeBack(staff, id, place);
            case SEND_BACK -> admit.sendBack(staff, id, place);
            default -> admit.remove(staff, id, place);
        }
    }

    private void come(WalkTests.Step it, boolean here) {
        var browser = new Browser(browser(it), here, "");
        switch (it.who()) {
            case 0 -> arrive.patient(world.signedIn(world.jake), id, browser);
            case 1 -> arrive.guest(personal.invitation(), personal.appointment(), browser);
            case 2 -> arrive.staff(world.anna, id, browser);
            case 3 -> arrive.staff(world.daniel, id, browser);
            default -> arrive.unnamed(general.invitation(), general.appointment(), browser, "Tove", "tolk");
        }
    }

    private synchronized UUID browser(WalkTests.Step it) {
        return browsers.computeIfAbsent(it.who() + "." + it.at() % WalkTests.BROWSERS, name -> UUID.randomUUID());
    }

    /** What staff with a right to it may have decided: in the same instant either may have come last. */
    private void note(List<WalkTests.Step> steps, List<Arrival> there) {
        for (var it : steps) {
            if (there.isEmpty() || it.who() == 4) continue;
            var place = there.get(it.at() % there.size()).id();
            if (it.verb() == WalkTests.Verb.ADMIT) letIn.add(place);
            if (it.verb() == WalkTests.Verb.TAKE_BACK) {
                refused.remove(place);
                refusedIn.remove(place);
                mayWait.add(place);
            }
        }
        boolean locked = locked(); // before or after: one of two at once may have come under it
        for (var it : places()) note(it, locked || wasLocked);
        wasLocked = locked;
    }

    private void note(Arrival it, boolean locked) {
        known.add(it.id());
        if (it.state() != ArrivalState.ADMITTED && it.state() != ArrivalState.LEFT) letIn.remove(it.id());
        if (it.state() == ArrivalState.REMOVED) putOut.add(it.id());
        if (it.state() == ArrivalState.WAITING && (locked || it.held())) mayWait.add(it.id());
        if (it.state() == ArrivalState.ADMITTED) mayWait.remove(it.id());
        if (it.state() == ArrivalState.WAITING && it.held()) sentBack.add(it.id());
        if (it.state() == ArrivalState.ADMITTED && letIn.contains(it.id())) sentBack.remove(it.id());
        if (it.state() != ArrivalState.REFUSED) return;
        refused.add(it.id());
        if (it.browser() != null && it.participant() != null) refusedIn.put(it.id(), it.browser());
    }

    private boolean locked() {
        return visits.all(List.of(id)).get(id).locked();
    }

    void holds(Set<String> moves) {
        var visit = visits.all(List.of(id)).get(id);
        var now = places();
        assertThat(now.stream().map(Arrival::id)).as("nobody vanishes").containsAll(known);
        assertThat(visit.responsible())
                .as("one is responsible: the starter, or before that the booker")
                .isEqualTo(visit.startedBy() == null ? World.role(world.anna) : visit.startedBy());
        if (before != null && before != visit.state()) assertThat(moves).contains(before + ">" + visit.state());
        before = visit.state();
        for (var it : now) holds(visit, it);
        var browsersNow =
                now.stream().map(Arrival::browser).filter(it -> it != null).toList();
        assertThat(browsersNow).as("a browser has one place").doesNotHaveDuplicates();
    }

    private void holds(Visit visit, Arrival it) {
        boolean in = it.state() == ArrivalState.ADMITTED;
        if (putOut.contains(it.id())) assertThat(it.state()).isEqualTo(ArrivalState.REMOVED);
        if (refused.contains(it.id()))
            assertThat(in).as("refused, and in: " + it).isFalse();
        if (in) assertThat(visit.state()).isEqualTo(VisitState.RUNNING);
        if (in && !it.named())
            assertThat(letIn).as("in without being let in: " + it).contains(it.id());
        if (in) assertThat(sentBack).as("sent back, and in: " + it).doesNotContain(it.id());
        if (it.state() == ArrivalState.WAITING && it.named() && visit.state() == VisitState.RUNNING)
            assertThat(mayWait).as("a known one waits for ever: " + it).contains(it.id());
        if (in && it.browser() != null && it.participant() != null)
            assertThat(refusedIn.values())
                    .as("refused in this browser, and in: " + it)
                    .doesNotContain(it.browser());
        if (!visit.state().open()) assertThat(it.state()).isNotIn(ArrivalState.WAITING, ArrivalState.ADMITTED);
    }

    private List<Arrival> places() {
        return visits.arrivals(id);
    }
}
