package se.vardrum.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.DeviceCheck;

/**
 * How far one person has come on the way into the call.
 *
 * @param way the steps there are for this one: who signs in has no link to open, who is told by telephone no message
 * @param done those that are behind; a later one can be done without an earlier
 * @param trouble the step that went wrong and still matters
 * @param since when that one began to wait
 */
public record PersonReadiness(
        Participant who,
        List<Step> way,
        Set<Step> done,
        @Nullable Step trouble,
        @Nullable Instant since) {

    private static final Duration SHORTLY = Duration.ofMinutes(15);
    private static final Duration AT_ONCE = Duration.ofMinutes(5);

    static PersonReadiness of(
            Participant who,
            List<Delivery> invitations,
            boolean opened,
            @Nullable DeviceCheck check,
            List<Arrival> arrivals) {
        var way = way(who, invitations);
        var done = EnumSet.noneOf(Step.class);
        if (arrivals.stream().anyMatch(Arrival::inCall)) done.add(Step.IN_CALL);
        var waiting = arrivals.stream().filter(Arrival::waits).findFirst();
        if (waiting.isPresent()) done.add(Step.WAITS);
        if (check != null && check.problems().isEmpty()) done.add(Step.CHECKED);
        boolean came = !arrivals.isEmpty();
        if (opened || came) done.add(Step.OPENED);
        if (invitations.stream().anyMatch(PersonReadiness::arrived)) done.add(Step.DELIVERED);
        if (done.contains(Step.OPENED)) done.add(Step.DELIVERED);
        if (invitations.stream().anyMatch(it -> it.state() == State.SENT) || done.contains(Step.DELIVERED))
            done.add(Step.INVITED);
        done.retainAll(way);
        boolean lost =
                !done.contains(Step.IN_CALL) && arrivals.stream().anyMatch(it -> it.state() == ArrivalState.ADMITTED);
        return new PersonReadiness(
                who,
                way,
                Set.copyOf(done),
                trouble(invitations, check, done, lost),
                waiting.map(Arrival::since).orElse(null));
    }

    private static List<Step> way(Participant who, List<Delivery> invitations) {
        var way = new ArrayList<Step>();
        if (!invitations.isEmpty()) way.addAll(List.of(Step.INVITED, Step.DELIVERED));
        if (who.guest() || who.byLink()) way.add(Step.OPENED);
        way.addAll(List.of(Step.CHECKED, Step.WAITS, Step.IN_CALL));
        return List.copyOf(way);
    }

    private static @Nullable Step trouble(
            List<Delivery> invitations, @Nullable DeviceCheck check, Set<Step> done, boolean lost) {
        if (lost) return Step.IN_CALL;
        if (done.contains(Step.IN_CALL)) return null;
        if (check != null && !check.problems().isEmpty()) return Step.CHECKED;
        boolean failed = invitations.stream().anyMatch(it -> it.state() == State.FAILED);
        return failed && !done.contains(Step.DELIVERED) && !done.contains(Step.WAITS) ? Step.DELIVERED : null;
    }

    /** E-mail gives no receipt: what the mail server has taken is as good as it gets. */
    private static boolean arrived(Delivery it) {
        return it.state() == State.DELIVERED
                || it.state() == State.SENT && it.channel().equals("EMAIL");
    }

    /** The furthest one; null before the first. */
    public @Nullable Step reached() {
        return way.stream().filter(done::contains).reduce((one, next) -> next).orElse(null);
    }

    public boolean here() {
        return done.contains(Step.WAITS) || done.contains(Step.IN_CALL);
    }

    /**
     * Somebody has to ring: from a quarter before the start when something went wrong or did not arrive, from five minutes
     * before when the link has not been opened, from the start on when that one is not here.
     */
    boolean behind(Instant now, TimeSlot booked, Instant start) {
        if (here()
                || now.isBefore(start.minus(SHORTLY))
                || now.isAfter(booked.to().plus(SHORTLY))) return false;
        if (!now.isBefore(start) || trouble != null || missing(Step.DELIVERED)) return true;
        return !now.isBefore(start.minus(AT_ONCE)) && missing(Step.OPENED);
    }

    /** There is that step for this one, and it is not behind. */
    public boolean missing(Step it) {
        return way.contains(it) && !done.contains(it);
    }
}
