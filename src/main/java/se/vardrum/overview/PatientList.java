package se.vardrum.overview;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.NotFound;
import se.vardrum.page.Words;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.Patients;
import se.vardrum.visit.Visit;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/**
 * Whose list shows what. One's own list holds the visits one is responsible for; those one is invited to stand under
 * "Besök som gäst" alone. Every patient shown stands in the access log.
 */
@Component
public class PatientList {

    /** More rows than that are for the filter. */
    public static final int MOST = 200;

    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(3 * 366);
    /** While a list refreshes itself the same look goes on; after so long it is a new one. */
    private static final Duration SAME_LOOK = Duration.ofHours(1);

    /** The choices above the list. */
    public enum Tab {
        TODAY,
        UPCOMING,
        /** Exists only while somebody else's visit waits for one. */
        GUEST
    }

    /** How many stand under each. */
    public record Counts(int today, int upcoming, int guest) {}

    /**
     * A row.
     *
     * @param patient null where the reader may not see who it is
     * @param secret the patient has protected identity
     * @param mine the reader is responsible
     */
    public record Item(
            Visit visit,
            Appointment appointment,
            @Nullable PatientProfile patient,
            boolean secret,
            boolean mine,
            @Nullable PractitionerRole responsible,
            CareUnit unit,
            Readiness readiness) {}

    /** @param found how many there are, also those beyond the first {@value #MOST} */
    public record Shown(Counts counts, List<Item> items, int found) {}

    private record Entry(Visit visit, Appointment appointment) {}

    private record Lists(List<Entry> today, List<Entry> upcoming, List<Entry> guest) {
        List<Entry> of(Tab tab) {
            return switch (tab) {
                case TODAY -> today;
                case UPCOMING -> upcoming;
                case GUEST -> guest;
            };
        }

        Counts counts() {
            return new Counts(today.size(), upcoming.size(), guest.size());
        }
    }

    private final Visits visits;
    private final Appointments appointments;
    private final Patients patients;
    private final Directory directory;
    private final SeeReadiness readiness;
    private final AccessLog log;
    private final Clock clock;

    PatientList(
            Visits visits,
            Appointments appointments,
            Patients patients,
            Directory directory,
            SeeReadiness readiness,
            AccessLog log,
            Clock clock) {
        this.visits = visits;
        this.appointments = appointments;
        this.patients = patients;
        this.directory = directory;
        this.readiness = readiness;
        this.log = log;
        this.clock = clock;
    }

    public Counts counts(Actor.Staff who, boolean wholeUnit) {
        return lists(who, wholeUnit).counts();
    }

    /**
     * What stands under that tab.
     *
     * @param typed keeps only rows where each word begins a word of what the row says
     * @param again the same page refreshes itself: patients it has shown before are not logged once more
     */
    public Shown look(Actor.Staff who, Tab tab, boolean wholeUnit, String typed, boolean again) {
        var lists = lists(who, wholeUnit);
        var entries = lists.of(tab);
        var patients = patients(entries);
        var people = tab == Tab.GUEST ? Map.<PatientProfileId, PatientProfile>of() : patients;
        var roles = directory.roles(
                entries.stream().map(it -> it.visit().responsible()).distinct().toList());
        var words = Words.of(typed);
        var found = entries.stream()
                .filter(it -> says(
                        words,
                        it.appointment(),
                        people.get(it.appointment().profile()),
                        roles.get(it.visit().responsible())))
                .toList();
        var shown = found.stream().limit(MOST).toList();
        log(who, shown, again);
        var ready = readiness.of(shown.stream().map(it -> it.visit().id()).toList());
        var units = units(shown);
        var items = shown.stream()
                .map(it -> new Item(
                        it.visit(),
                        it.appointment(),
                        people.get(it.appointment().profile()),
                        requireNonNull(patients.get(it.appointment().profile())).protectedIdentity(),
                        it.visit().responsible().value().equals(who.role()),
                        roles.get(it.visit().responsible()),
                        requireNonNull(units.get(it.appointment().unit())),
                        requireNonNull(ready.get(it.visit().id()))))
                .toList();
        return new Shown(lists.counts(), items, found.size());
    }

    private Lists lists(Actor.Staff who, boolean wholeUnit) {
        if (wholeUnit && !who.may(Actor.Right.UNIT_LIST)) throw new NotFound();
        var zone = directory.unit(new CareUnitId(who.unit())).zone();
        var role = new PractitionerRoleId(who.role());
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var all = entries(
                wholeUnit
                        ? visits.ofUnit(new CareUnitId(who.unit()), now.minus(BACK), now.plus(AHEAD))
                        : visits.responsibleFor(role, now.minus(BACK), now.plus(AHEAD)));
        return new Lists(
                all.stream().filter(it -> isToday(it, today, zone)).toList(),
                all.stream().filter(it -> isUpcoming(it, today, zone)).toList(),
                entries(visits.invitedTo(role)));
    }

    /** Today's are those of today, and those that really run or ended today whatever they were booked for. */
    private static boolean isToday(Entry it, LocalDate today, ZoneId zone) {
        var ended = it.visit().endedAt();
        return switch (it.visit().state()) {
            case RUNNING -> true;
            case FINISHED -> on(today, ended, zone);
            default -> on(today, it.appointment().slot().from(), zone);
        };
    }

    private static boolean isUpcoming(Entry it, LocalDate today, ZoneId zone) {
        return it.visit().state() == VisitState.BOOKED
                && LocalDate.ofInstant(it.appointment().slot().from(), zone).isAfter(today);
    }

    private static boolean on(LocalDate day, @Nullable Instant at, ZoneId zone) {
        return at != null && LocalDate.ofInstant(at, zone).equals(day);
    }

    private List<Entry> entries(List<Visit> some) {
        Map<AppointmentId, Visit> byId = some.stream().collect(Collectors.toMap(Visit::id, Function.identity()));
        return appointments.all(byId.keySet()).stream()
                .map(it -> new Entry(requireNonNull(byId.get(it.id())), it))
                .toList();
    }

    private Map<PatientProfileId, PatientProfile> patients(List<Entry> entries) {
        return patients
                .profiles(entries.stream()
                        .map(it -> it.appointment().profile())
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(PatientProfile::id, Function.identity()));
    }

    private Map<CareUnitId, CareUnit> units(List<Entry> entries) {
        return entries.stream()
                .map(it -> it.appointment().unit())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), directory::unit));
    }

    /** Only what the row shows may be found: one with protected identity is not found by name. */
    private static boolean says(
            List<String> words,
            Appointment it,
            @Nullable PatientProfile patient,
            @Nullable PractitionerRole responsible) {
        if (words.isEmpty()) return true;
        var name = patient == null || patient.protectedIdentity() ? "" : patient.name();
        var all = String.join(" ", name, it.reasonSv(), it.reasonEn(), responsible == null ? "" : responsible.name());
        var text = " " + Words.folded(all).replaceAll("[^\\p{L}\\p{N}]+", " ");
        return words.stream().allMatch(word -> text.contains(" " + word));
    }

    /** Also where the row does not say who it is: why somebody seeks care is seen there. */
    private void log(Actor.Staff who, List<Entry> seen, boolean again) {
        var persons = seen.stream()
                .map(it -> it.appointment().person().value())
                .distinct()
                .toList();
        if (again) log.writeNew(who, AccessLog.Action.SEEN, persons, SAME_LOOK);
        else log.writeAll(who, AccessLog.Action.SEEN, persons);
    }
}
