package se.vardrum.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.page.NotFound;
import se.vardrum.page.Words;

/** Care units in their tree, and who works where as what. */
@Component
public class Directory {

    /** A title at a unit and how many hold it there. */
    public record Title(String title, long people) {}

    private final DirectoryTable table;

    Directory(DirectoryTable table) {
        this.table = table;
    }

    /** Every word typed begins a word of the name; those whose name is or begins with what was typed come first. */
    public List<PractitionerRole> search(String text, int limit) {
        var words = Words.of(text);
        return words.isEmpty() || limit < 1 ? List.of() : table.search(words, limit);
    }

    public Optional<PractitionerRole> role(PractitionerRoleId id) {
        return table.roles(List.of(id)).stream().findFirst();
    }

    /** The roles that exist of those asked for. */
    public Map<PractitionerRoleId, PractitionerRole> roles(Collection<PractitionerRoleId> ids) {
        if (ids.isEmpty()) return Map.of();
        return table.roles(ids).stream().collect(Collectors.toMap(PractitionerRole::id, Function.identity()));
    }

    /** What the person with that HSA-id works as; nothing when there is no such person. */
    public List<PractitionerRole> rolesOf(String hsaId) {
        return table.rolesOf(hsaId);
    }

    public CareUnit unit(CareUnitId id) {
        return table.unit(id).orElseThrow(NotFound::new);
    }

    /** The units right below that one, or the topmost ones. */
    public List<CareUnit> units(@Nullable CareUnitId parent) {
        return table.units(parent);
    }

    /** The titles held at that very unit. */
    public List<Title> titles(CareUnitId unit) {
        return table.titles(unit);
    }

    public List<PractitionerRole> people(CareUnitId unit, String title) {
        return table.people(unit, title);
    }
}
