package se.vardrum.booking.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.Actor;
import se.vardrum.appointment.FreeTimes;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.booking.Draft;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;

/** Makes the hits and the tree of the tab "Vårdpersonal", with who is in already and who is busy then. */
@Component
class StaffView {

    private static final int HITS = 8;
    private static final int LONGEST = 100;

    private final Wizard wizard;
    private final DetailsView details;
    private final Directory directory;
    private final FreeTimes freeTimes;

    StaffView(Wizard wizard, DetailsView details, Directory directory, FreeTimes freeTimes) {
        this.wizard = wizard;
        this.details = details;
        this.directory = directory;
        this.freeTimes = freeTimes;
    }

    /** For whom, and against which draft: it tells who is in already and which time is meant. */
    private record Asked(
            Actor.Staff me, @Nullable Draft draft, @Nullable TimeSlot slot) {}

    StaffChoice.Found found(Actor.Staff me, @Nullable UUID draft, String q, Texts t) {
        var asked = asked(me, draft, t);
        var typed = new Form(t).line("q", q, LONGEST);
        if (typed.isEmpty()) return new StaffChoice.Found("", List.of(), "");
        var hits = typed.length() > LONGEST ? List.<PractitionerRole>of() : directory.search(typed, HITS + 1);
        var said = hits.isEmpty()
                ? t.say("booking.staff.none", typed.length() > LONGEST ? "" : typed)
                : hits.size() > HITS ? t.say("booking.staff.more", HITS) : "";
        return new StaffChoice.Found(
                typed, hits.stream().limit(HITS).map(it -> hit(it, true, asked)).toList(), said);
    }

    /** The tree opened down to that unit and title, or to the booker's own unit. */
    List<StaffChoice.Unit> tree(Actor.Staff me, UUID draft, @Nullable UUID unit, String title, Texts t) {
        var asked = asked(me, draft, t);
        var innermost = new CareUnitId(unit == null ? me.unit() : unit);
        return units(directory.units(null), path(innermost), innermost, title, asked);
    }

    StaffChoice.Below below(Actor.Staff me, @Nullable UUID draft, UUID unit, Texts t) {
        return below(new CareUnitId(unit), Set.of(), new CareUnitId(unit), "", asked(me, draft, t));
    }

    List<StaffChoice.Hit> people(Actor.Staff me, @Nullable UUID draft, UUID unit, String title, Texts t) {
        return people(new CareUnitId(unit), title, asked(me, draft, t));
    }

    /** Whoever a form names by a role; empty when it is nobody. */
    Optional<PractitionerRole> named(String role) {
        try {
            return directory.role(new PractitionerRoleId(UUID.fromString(role)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Somebody chosen who could be added and is not. */
    Optional<PractitionerRole> notAdded(Actor.Staff me, Draft draft, String role) {
        return named(role)
                .filter(it -> !it.id().value().equals(me.role()))
                .filter(it -> !draft.content().colleagues().contains(it.id().value()));
    }

    private List<StaffChoice.Unit> units(
            List<CareUnit> units, Set<CareUnitId> open, CareUnitId innermost, String title, Asked asked) {
        return units.stream()
                .map(it -> new StaffChoice.Unit(
                        it.id().value().toString(),
                        it.name(),
                        open.contains(it.id()),
                        open.contains(it.id())
                                ? below(it.id(), open, innermost, title, asked)
                                : StaffChoice.Below.closed(it.id().value().toString())))
                .toList();
    }

    private StaffChoice.Below below(
            CareUnitId unit, Set<CareUnitId> open, CareUnitId innermost, String title, Asked asked) {
        var titles = directory.titles(unit).stream()
                .map(it -> {
                    boolean opened = unit.equals(innermost) && it.title().equals(title);
                    return new StaffChoice.Title(
                            it.title(),
                            URLEncoder.encode(it.title(), StandardCharsets.UTF_8),
                            it.people(),
                            opened,
                            opened ? people(unit, title, asked) : List.of());
                })
                .toList();
        return new StaffChoice.Below(
                unit.value().toString(), units(directory.units(unit), open, innermost, title, asked), titles);
    }

    private List<StaffChoice.Hit> people(CareUnitId unit, String title, Asked asked) {
        return directory.people(unit, title).stream()
                .map(it -> hit(it, false, asked))
                .toList();
    }

    private StaffChoice.Hit hit(PractitionerRole it, boolean withUnit, Asked asked) {
        var role = it.id().value();
        boolean in = role.equals(asked.me().role())
                || asked.draft() != null && asked.draft().content().colleagues().contains(role);
        return new StaffChoice.Hit(
                role.toString(),
                it.name(),
                it.title(),
                withUnit ? it.unitName() : "",
                in,
                asked.slot() != null && !in && freeTimes.busy(it.practitioner(), asked.slot()));
    }

    private Set<CareUnitId> path(CareUnitId unit) {
        var all = new HashSet<CareUnitId>();
        for (var at = directory.unit(unit); all.add(at.id()) && at.parent() != null; ) at = directory.unit(at.parent());
        return all;
    }

    private Asked asked(Actor.Staff me, @Nullable UUID draft, Texts t) {
        if (draft == null) return new Asked(me, null, null);
        var it = wizard.draft(me, draft);
        return new Asked(me, it, details.check(me, it, new Form(t), t).slot());
    }
}
