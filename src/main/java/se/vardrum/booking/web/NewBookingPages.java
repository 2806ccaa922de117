package se.vardrum.booking.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.VisitType;
import se.vardrum.appointment.VisitTypes;
import se.vardrum.booking.Draft;
import se.vardrum.booking.Drafts;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Texts;
import se.vardrum.patient.PatientProfile;
import se.vardrum.patient.Patients;

/** The way in: find the patient, choose the type of visit; or go on with what was begun. */
@Controller
class NewBookingPages {

    private static final int HITS = 10;
    private static final int LONGEST = 100;

    private final Wizard wizard;
    private final CompanyView company;
    private final Drafts drafts;
    private final Patients patients;
    private final VisitTypes types;
    private final AccessLog log;
    private final RegisterNotice register;
    private final Languages languages;

    NewBookingPages(
            Wizard wizard,
            CompanyView company,
            Drafts drafts,
            Patients patients,
            VisitTypes types,
            AccessLog log,
            RegisterNotice register,
            Languages languages) {
        this.wizard = wizard;
        this.company = company;
        this.drafts = drafts;
        this.patients = patients;
        this.types = types;
        this.log = log;
        this.register = register;
        this.languages = languages;
    }

    /**
     * The search is posted: a name or an identity number does not belong in an address. Enter on a search with one hit
     * chooses it.
     */
    @RequestMapping(
            value = "/bookings/new",
            method = {RequestMethod.GET, RequestMethod.POST})
    String begin(
            Actor.Staff me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID patient,
            HttpServletRequest request,
            Model model) {
        var t = languages.of(request);
        if (patient != null) return chosen(me, patient, t, model);
        var hits = hits(me, q, t);
        boolean pressed = request.getMethod().equals("POST");
        if (pressed && hits.patients().size() == 1)
            return "redirect:/bookings/new?patient="
                    + hits.patients().getFirst().id();
        model.addAttribute("hits", hits);
        model.addAttribute("drafts", begun(me, t));
        return "booking/web/new";
    }

    /** The hits alone, as one types. */
    @PostMapping("/bookings/patients")
    String search(Actor.Staff me, @RequestParam(defaultValue = "") String q, HttpServletRequest request, Model model) {
        model.addAttribute("hits", hits(me, q, languages.of(request)));
        return "booking/web/patients";
    }

    private String chosen(Actor.Staff me, UUID patient, Texts t, Model model) {
        model.addAttribute(
                "notice", register.refreshed(me, wizard.chosen(me, patient).person(), t));
        var answered =
                new CompanyView.Answered(wizard.chosen(me, patient), null, Draft.Children.EMPTY, "", wizard.today(me));
        model.addAttribute("step", company.step(me, answered, new Form(t), t));
        return "booking/web/type";
    }

    private NewBooking.Hits hits(Actor.Staff me, String q, Texts t) {
        var typed = new Form(t).line("q", q, LONGEST);
        if (typed.isEmpty()) return new NewBooking.Hits(typed, List.of(), "", false);
        if (typed.length() > LONGEST)
            return new NewBooking.Hits("", List.of(), t.say("page.problem.long", LONGEST), true);
        var today = wizard.today(me);
        return switch (patients.search(me, typed, HITS)) {
            case Patients.Found.WrongNumber(var key) -> new NewBooking.Hits(typed, List.of(), t.say(key), true);
            case Patients.Found.Some(var found, var more) ->
                new NewBooking.Hits(
                        typed,
                        found.stream().map(it -> Wizard.card(it, today)).toList(),
                        said(typed, found.isEmpty(), more, t),
                        false);
        };
    }

    private static String said(String typed, boolean nobody, boolean more, Texts t) {
        if (nobody) return t.say(typed.length() < 2 ? "booking.new.short" : "booking.new.none", typed);
        return more ? t.say("booking.new.more", HITS) : "";
    }

    private List<NewBooking.Begun> begun(Actor.Staff me, Texts t) {
        var all = drafts.of(me);
        var profiles = patients
                .profiles(all.stream().map(Draft::profile).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PatientProfile::id, Function.identity()));
        profiles.values()
                .forEach(it -> log.write(me, AccessLog.Action.SEEN, it.person().value(), null));
        var types = this.types.of(new CareUnitId(me.unit())).stream()
                .collect(Collectors.toMap(VisitType::key, it -> it.name(t.language())));
        var moments = t.in(wizard.zone(me));
        return all.stream()
                .map(it -> {
                    var patient = profiles.get(it.profile());
                    if (patient == null) throw new NotFound();
                    var details = it.content().details();
                    return new NewBooking.Begun(
                            it.id().value().toString(),
                            patient.name(),
                            types.getOrDefault(it.type(), ""),
                            (details.date() + " " + details.time()).strip(),
                            t.say("booking.step." + it.step().path()),
                            moments.shortDate(it.changed()) + " " + moments.time(it.changed()));
                })
                .toList();
    }
}
