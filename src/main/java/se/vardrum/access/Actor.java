package se.vardrum.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** Who is signed in. Controllers ask for one of these as a parameter and never see the wrong kind. */
public sealed interface Actor extends Serializable, AuthenticatedPrincipal {

    /** What stands for this actor beside the session: an id, never a name. */
    @Override
    default String getName() {
        return switch (this) {
            case Staff it -> it.role().toString();
            case Patient it -> it.person().toString();
        };
    }

    /** Somebody of the staff, under the one assignment chosen at sign-in. Ids are those of the directory. */
    record Staff(UUID practitioner, UUID role, String name, String title, UUID unit, String unitName, Set<Right> rights)
            implements Actor {
        public boolean may(Right right) {
            return rights.contains(right);
        }
    }

    /** A person who signed in for the own care. */
    record Patient(UUID person, String name) implements Actor {}

    /** What an assignment allows beyond the ordinary. */
    enum Right {
        /** Sees the whole unit's list. */
        UNIT_LIST,
        ADMINISTRATOR
    }
}
