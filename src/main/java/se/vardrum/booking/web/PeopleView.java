package se.vardrum.booking.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.booking.Draft;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;

/** Makes the list of participants of a draft. */
@Component
class PeopleView {

    private final Directory directory;

    PeopleView(Directory directory) {
        this.directory = directory;
    }

    People of(Actor.Staff me, Head head, Draft draft, Texts t) {
        var staff = new ArrayList<People.Colleague>();
        staff.add(new People.Colleague(me.role().toString(), me.name(), me.title(), true));
        colleagues(draft).stream()
                .map(it -> new People.Colleague(it.id().value().toString(), it.name(), it.title(), false))
                .forEach(staff::add);
        var guests = draft.content().guests().stream()
                .collect(Collectors.partitioningBy(
                        it -> it.seat() != null, Collectors.mapping(it -> guest(it, t), Collectors.toList())));
        var proxies = head.company() == null
                ? List.<Head.Companion>of()
                : head.company().proxies();
        return new People(head.patient(), proxies, staff, guests.get(true), guests.get(false));
    }

    private static People.Guest guest(Draft.Guest it, Texts t) {
        return new People.Guest(
                it.key().toString(),
                it.name().isEmpty() ? t.say("appointment.seat.name") : it.name(),
                it.seat() == null ? "" : it.seat().words(t),
                it.mobile() == null ? "" : Phone.shown(it.mobile()),
                Objects.requireNonNullElse(it.email(), ""));
    }

    /** In the order they were added; whoever has left the directory since is not among them. */
    List<PractitionerRole> colleagues(Draft draft) {
        var ids = draft.content().colleagues().stream()
                .map(PractitionerRoleId::new)
                .toList();
        var roles = directory.roles(ids);
        return ids.stream().map(roles::get).filter(Objects::nonNull).toList();
    }

    /** Those of the draft's colleagues who are still in the directory. */
    Set<UUID> known(Draft.Content content) {
        var ids = content.colleagues().stream().map(PractitionerRoleId::new).toList();
        return directory.roles(ids).keySet().stream()
                .map(PractitionerRoleId::value)
                .collect(Collectors.toSet());
    }
}
