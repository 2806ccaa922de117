package se.vardrum.visit;

import java.util.Map;
import java.util.Set;

/** How far a visit has come, and the moves it may make; everything else is refused. */
public enum VisitState {
    BOOKED,
    RUNNING,
    FINISHED,
    NO_SHOW,
    FAILED,
    CANCELLED;

    private static final Map<VisitState, Set<VisitState>> MOVES = Map.of(
            BOOKED, Set.of(RUNNING, NO_SHOW, FAILED, CANCELLED),
            RUNNING, Set.of(FINISHED, NO_SHOW, FAILED),
            FINISHED, Set.of(RUNNING),
            NO_SHOW, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    /** The states one may come from to this one. */
    Set<VisitState> before() {
        return java.util.Arrays.stream(values())
                .filter(from -> MOVES.getOrDefault(from, Set.of()).contains(this))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** True while people may come. */
    public boolean open() {
        return this == BOOKED || this == RUNNING;
    }
}
