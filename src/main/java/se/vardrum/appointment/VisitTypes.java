package se.vardrum.appointment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.vardrum.directory.CareUnitId;

/** The types of visit of a unit: everybody's, where the unit has not put its own in their place, and its own. */
@Component
public class VisitTypes {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,60}");

    private final VisitTypeTable table;

    VisitTypes(VisitTypeTable table) {
        this.table = table;
    }

    /** Also one that is closed to new bookings. */
    public Optional<VisitType> find(String key, CareUnitId unit) {
        return KEY.matcher(key).matches() ? table.find(key, unit) : Optional.empty();
    }

    /** Also closed ones; in their order. */
    public List<VisitType> of(CareUnitId unit) {
        return table.of(unit).stream()
                .sorted(Comparator.comparing(VisitType::position).thenComparing(VisitType::key))
                .toList();
    }

    /** Those that can be chosen. */
    public List<VisitType> open(CareUnitId unit) {
        return of(unit).stream().filter(VisitType::active).toList();
    }
}
