package se.vardrum.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;

/** Takes units and people from an outer directory. What is there already, by its HSA-id, is brought up to date; nothing is taken away. */
@Component
public class ImportDirectory {

    /** @param parentHsaId null for a topmost unit; otherwise of the same list, or imported before */
    public record NewUnit(
            String hsaId, @Nullable String parentHsaId, String name, String messageName, String phone, String zone) {}

    public record NewPerson(String hsaId, String firstName, String lastName, List<NewRole> roles) {}

    public record NewRole(String unitHsaId, String title, Set<Actor.Right> rights) {}

    private final ImportTable table;

    ImportDirectory(ImportTable table) {
        this.table = table;
    }

    @Transactional
    public void units(List<NewUnit> units) {
        table.units(units);
        table.parents(units);
    }

    @Transactional
    public void people(List<NewPerson> people) {
        table.practitioners(people);
        table.roles(people);
    }
}
