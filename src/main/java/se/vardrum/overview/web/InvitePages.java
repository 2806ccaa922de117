package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.overview.web.InviteView.Hit;
import se.vardrum.overview.web.InviteView.Hits;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Texts;
import se.vardrum.patient.Patients;
import se.vardrum.visit.FindVisit.Seen;

/** Adding guests and staff to a booked visit, and correcting where a guest is reached. */
@Controller
class InvitePages {

    private static final int MOST_HITS = 30;

    private final VisitRoom room;
    private final ChangeParticipants change;
    private final Appointments appointments;
    private final Patients patients;
    private final Directory directory;
    private final Languages languages;

    InvitePages(
            VisitRoom room,
            ChangeParticipants change,
            Appointments appointments,
            Patients patients,
            Directory directory,
            Languages languages) {
        this.room = room;
        this.change = change;
        this.appointments = appointments;
        this.patients = patients;
        this.directory = directory;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/invite")
    String page(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "guest") String tab,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        var seen = room.changeable(me, id);
        var type = seen.appointment().type();
        if (!type.guests() && !type.staff()) throw new NotFound();
        return show(seen, tab, "", GuestForm.empty(asksReason(seen)), q, languages.of(request), model);
    }

    /** Staff who fit, as one types. */
    @GetMapping("/visits/{id}/invite/hits")
    String hits(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("hits", found(room.changeable(me, id), q, languages.of(request)));
        return "overview/web/hits";
    }

    @PostMapping("/visits/{id}/guests")
    String addGuest(
            Actor.Staff me,
            @PathVariable UUID id,
            GuestForm.Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var t = languages.of(request);
        var guest = GuestForm.read(typed, known(seen, null), asksReason(seen), t);
        if (!guest.ok()) {
            response.setStatus(422);
            return show(seen, "guest", "", guest, "", t, model);
        }
        var reason = guest.reason() == null ? "" : guest.reason();
        var outcome = change.addGuest(me, seen.appointment().id(), guest.guest(), reason);
        // The patient got protected identity this very moment: the form asks why, with all that was typed.
        if (outcome == ChangeParticipants.Outcome.REASON_NEEDED)
            return addGuest(me, id, typed, request, response, model, flash);
        return done(id, outcome, "guest", flash);
    }

    @GetMapping("/visits/{id}/guests/{guest}")
    String correctPage(
            Actor.Staff me, @PathVariable UUID id, @PathVariable UUID guest, HttpServletRequest request, Model model) {
        var seen = room.changeable(me, id);
        var form = GuestForm.of(guest(seen, guest));
        return show(seen, "guest", guest.toString(), form, "", languages.of(request), model);
    }

    @PostMapping("/visits/{id}/guests/{guest}")
    String correct(
            Actor.Staff me,
            @PathVariable UUID id,
            @PathVariable UUID guest,
            GuestForm.Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var before = guest(seen, guest);
        var t = languages.of(request);
        var correct = GuestForm.read(typed, known(seen, before.id()), false, t);
        if (!correct.ok()) {
            response.setStatus(422);
            return show(seen, "guest", guest.toString(), correct, "", t, model);
        }
        return done(
                id,
                change.correctGuest(me, seen.appointment().id(), before.id(), correct.guest(), null),
                "corrected",
                flash);
    }

    @PostMapping("/visits/{id}/staff")
    String addStaff(
            Actor.Staff me,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID role,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var seen = room.changeable(me, id);
        var colleague = role == null
                ? null
                : directory.role(new PractitionerRoleId(role)).orElse(null);
        if (colleague == null) throw new NotFound();
        return done(id, change.addColleague(me, seen.appointment().id(), colleague.id()), "staff", flash);
    }

    private String done(UUID id, ChangeParticipants.Outcome outcome, String what, RedirectAttributes flash) {
        return switch (outcome) {
            case DONE -> room.back(id, what, flash);
            case DONE_QUIETLY -> room.back(id, "corrected-quietly", flash);
            case CHANGED -> throw new IllegalArgumentException("the form is shown again");
            case NOTHING_TO_DO -> room.back(id, "nothing", flash);
            case NOT_ALLOWED -> throw new NotFound(); // the page offers only what the type allows
            case REASON_NEEDED -> throw new IllegalArgumentException("asked for in the form of a guest");
            case TOO_LATE -> throw new TooLate(id, "over");
        };
    }

    /** A guest at a visit of one with protected identity needs a reason. */
    private boolean asksReason(Seen seen) {
        return patients.profile(seen.appointment().profile()).orElseThrow().protectedIdentity();
    }

    private Participant guest(Seen seen, UUID id) {
        return appointments
                .participant(new ParticipantId(id))
                .filter(it -> it.appointment().equals(seen.appointment().id()) && it.guest() && !it.removed())
                .orElseThrow(NotFound::new);
    }

    /** Whose number is whose: without the patient's for one who may not see the patient. */
    private List<Participant> known(Seen seen, @Nullable ParticipantId but) {
        return appointments.participants(seen.appointment().id()).stream()
                .filter(it -> !it.id().equals(but))
                .filter(it -> it.person() == null || seen.seesPatient())
                .toList();
    }

    private Hits found(Seen seen, String q, Texts t) {
        var typed = new Form(t).line("q", q, 100);
        var there = appointments.participants(seen.appointment().id()).stream()
                .map(Participant::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var people = directory.search(typed, MOST_HITS).stream()
                .map(it -> new Hit(
                        it.id().value().toString(),
                        it.name(),
                        it.title() + ", " + it.unitName(),
                        there.contains(it.id())))
                .toList();
        return new Hits(seen.appointment().id().value().toString(), typed, people);
    }

    private String show(Seen seen, String tab, String correcting, GuestForm guest, String q, Texts t, Model model) {
        var it = seen.appointment();
        var zone = directory.unit(it.unit()).zone();
        var hits = found(seen, q, t);
        model.addAttribute(
                "view",
                new InviteView(
                        it.id().value().toString(),
                        VisitViews.title(it, zone, t),
                        it.reason(t.language()),
                        t.in(zone).span(it.slot().from(), it.slot().to()),
                        it.type().staff() && (tab.equals("staff") || !it.type().guests()) ? "staff" : "guest",
                        it.type().guests(),
                        it.type().staff(),
                        !it.linksNow(),
                        correcting,
                        guest,
                        hits.q(),
                        hits));
        return "overview/web/invite";
    }
}
