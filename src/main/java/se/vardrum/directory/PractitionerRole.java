package se.vardrum.directory;

import java.util.Set;
import se.vardrum.access.Actor;

/** A person of the staff in one assignment: who, as what, where. */
public record PractitionerRole(
        PractitionerRoleId id,
        PractitionerId practitioner,
        String firstName,
        String lastName,
        String title,
        CareUnitId unit,
        String unitName,
        Set<Actor.Right> rights) {

    public String name() {
        return firstName + " " + lastName;
    }

    /** This person acting under this assignment. */
    public Actor.Staff actor() {
        return new Actor.Staff(practitioner.value(), id.value(), name(), title, unit.value(), unitName, rights);
    }
}
