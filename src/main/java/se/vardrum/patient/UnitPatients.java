package se.vardrum.patient;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose patients are whose: those a unit has had, booked or made can be found there by name. */
@Component
public class UnitPatients {

    private final UnitPatientTable table;

    UnitPatients(UnitPatientTable table) {
        this.table = table;
    }

    /** From now on; one who is there already stays. */
    @Transactional
    public void add(UUID unit, PersonId person) {
        table.add(unit, List.of(person));
    }

    /** As {@link #add}, many at once. */
    @Transactional
    public void addAll(UUID unit, Collection<PersonId> persons) {
        table.add(unit, persons);
    }
}
