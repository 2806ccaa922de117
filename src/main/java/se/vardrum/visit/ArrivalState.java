package se.vardrum.visit;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one who came to a visit stands, and the moves there are; everything else is refused. */
public enum ArrivalState {
    WAITING,
    ADMITTED,
    REFUSED,
    LEFT,
    REMOVED;

    private static final Map<ArrivalState, Set<ArrivalState>> MOVES = Map.of(
            WAITING, Set.of(ADMITTED, REFUSED, LEFT, REMOVED),
            ADMITTED, Set.of(WAITING, LEFT, REMOVED),
            LEFT, Set.of(ADMITTED, WAITING, REMOVED),
            REFUSED, Set.of(WAITING, REMOVED),
            REMOVED, Set.of());

    /** The states one may come from to this one. */
    Set<ArrivalState> before() {
        return Arrays.stream(values())
                .filter(from -> MOVES.getOrDefault(from, Set.of()).contains(this))
                .collect(Collectors.toUnmodifiableSet());
    }
}
