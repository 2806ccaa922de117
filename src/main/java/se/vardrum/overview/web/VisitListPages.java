package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.overview.PatientList;
import se.vardrum.overview.PatientList.Counts;
import se.vardrum.overview.PatientList.Item;
import se.vardrum.overview.PatientList.Tab;
import se.vardrum.overview.SeeWaiting;
import se.vardrum.overview.SeeWaiting.Named;
import se.vardrum.overview.web.VisitsView.Act;
import se.vardrum.overview.web.VisitsView.Row;
import se.vardrum.overview.web.VisitsView.Rows;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.visit.VisitState;

/** "Patientliggare": the page, and the parts of it that refresh themselves. */
@Controller
class VisitListPages {

    private static final int LONGEST_FILTER = 100;

    private final PatientList list;
    private final SeeWaiting waiting;
    private final Directory directory;
    private final Languages languages;
    private final Clock clock;

    VisitListPages(PatientList list, SeeWaiting waiting, Directory directory, Languages languages, Clock clock) {
        this.list = list;
        this.waiting = waiting;
        this.directory = directory;
        this.languages = languages;
        this.clock = clock;
    }

    /** A filter is posted: what is typed may be a patient's name, and an address is written down in many places. */
    @RequestMapping(
            value = "/visits",
            method = {RequestMethod.GET, RequestMethod.POST})
    String page(
            Actor.Staff me,
            @RequestParam(defaultValue = "today") String tab,
            @RequestParam(defaultValue = "false") String unit,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        var view = view(me, tab, unit, q, false, languages.of(request));
        if (view.tab().equals("guest") && view.tabs().size() < 3) return "redirect:/visits";
        model.addAttribute("view", view);
        return "overview/web/visits";
    }

    @RequestMapping(
            value = "/visits/list",
            method = {RequestMethod.GET, RequestMethod.POST})
    String rows(
            Actor.Staff me,
            @RequestParam(defaultValue = "today") String tab,
            @RequestParam(defaultValue = "false") String unit,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request,
            Model model) {
        model.addAttribute(
                "list", view(me, tab, unit, q, true, languages.of(request)).list());
        return "overview/web/rows";
    }

    @GetMapping("/visits/tabs")
    String tabs(
            Actor.Staff me,
            @RequestParam(defaultValue = "today") String tab,
            @RequestParam(defaultValue = "false") String unit,
            HttpServletRequest request,
            Model model) {
        boolean whole = unit.equals("true");
        model.addAttribute("tabs", tabs(list.counts(me, whole), tab(tab), whole, languages.of(request)));
        return "overview/web/tabs";
    }

    private VisitsView view(Actor.Staff me, String tab, String unit, String q, boolean again, Texts t) {
        boolean whole = unit.equals("true");
        var chosen = tab(tab);
        var typed = shortened(new Form(t).line("q", q, LONGEST_FILTER));
        var shown = list.look(me, chosen, whole, typed, again);
        var today = LocalDate.ofInstant(
                clock.instant(), directory.unit(new CareUnitId(me.unit())).zone());
        var waiting = chosen == Tab.TODAY ? this.waiting.patients(me) : List.<Named>of();
        var rows = shown.items().stream()
                .map(it -> row(it, chosen, today, me, waiting, t))
                .toList();
        return new VisitsView(
                name(chosen),
                me.may(Actor.Right.UNIT_LIST) && chosen != Tab.GUEST,
                whole,
                me.may(Actor.Right.ADMINISTRATOR),
                typed,
                tabs(shown.counts(), chosen, whole, t),
                new Rows(
                        name(chosen),
                        whole,
                        typed,
                        t.in(java.time.ZoneOffset.UTC).date(today),
                        rows,
                        shown.found() - rows.size()));
    }

    /** A filter longer than any name finds nothing more by being longer. */
    private static String shortened(String typed) {
        return typed.codePointCount(0, typed.length()) <= LONGEST_FILTER
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, LONGEST_FILTER));
    }

    private static List<VisitsView.Tab> tabs(Counts counts, Tab chosen, boolean whole, Texts t) {
        var all = new ArrayList<VisitsView.Tab>();
        all.add(choice(Tab.TODAY, counts.today(), chosen, whole, t));
        all.add(choice(Tab.UPCOMING, counts.upcoming(), chosen, whole, t));
        if (counts.guest() > 0) all.add(choice(Tab.GUEST, counts.guest(), chosen, false, t));
        return all;
    }

    private static VisitsView.Tab choice(Tab it, int count, Tab chosen, boolean whole, Texts t) {
        return new VisitsView.Tab(
                "tab-" + name(it),
                t.say("overview.tab." + name(it), count),
                "/visits?tab=" + name(it) + (whole ? "&unit=true" : ""),
                it == chosen);
    }

    private Row row(Item it, Tab tab, LocalDate today, Actor.Staff me, List<Named> waiting, Texts t) {
        var now = clock.instant();
        var zone = it.unit().zone();
        var from = it.appointment().slot().from();
        var day = LocalDate.ofInstant(from, zone);
        var act = act(it, tab);
        return new Row(
                it.visit().id().value().toString(),
                t.in(zone).time(from),
                day.equals(today) ? null : t.in(zone).shortDate(from),
                patient(it, t),
                age(it, day, t),
                it.appointment().reason(t.language()),
                it.appointment().type().name(t.language()),
                it.patient() == null && it.secret()
                        ? t.say("overview.unit.hidden")
                        : it.unit().name(),
                it.responsible() == null ? "" : it.responsible().name(),
                tags(it, me, t, zone),
                act,
                !it.visit().state().open(),
                ready(it, now, t),
                it.mine() && VisitViews.mayBeLate(it.visit(), it.appointment(), now),
                act == Act.OPEN || !it.mine()
                        ? null
                        : Entering.of(waiting, it.visit().id(), t, zone));
    }

    /** From one's own row one starts or joins at once; from any other one first sees what that would mean. */
    private static Act act(Item it, Tab tab) {
        if (it.visit().state() == VisitState.RUNNING && (it.mine() || tab == Tab.GUEST)) return Act.JOIN;
        boolean start = it.mine()
                && it.visit().state() == VisitState.BOOKED
                && it.readiness().somebodyWaits();
        return start ? Act.START : Act.OPEN;
    }

    /** First that a colleague has begun what was the reader's. */
    private static List<TagView> tags(Item it, Actor.Staff me, Texts t, ZoneId zone) {
        var tags = VisitTags.of(it.visit(), it.readiness(), t, zone);
        if (!SeeWaiting.taken(me, it.visit(), it.appointment()) || it.responsible() == null) return tags;
        var started =
                new TagView(t.say("overview.state.started-by", it.responsible().name()), "info");
        return Stream.concat(Stream.of(started), tags.stream()).toList();
    }

    /** Who only sees that there is a patient sees no number either. */
    private static List<ReadyView> ready(Item it, Instant now, Texts t) {
        if (!it.visit().state().open()) return List.of();
        var slot = it.appointment().slot();
        var ring = it.readiness().toRing(now, slot, it.visit().expected(slot));
        boolean numbers = it.patient() != null && !it.secret();
        return it.readiness().people().stream()
                .map(one -> ReadyView.of(
                        one, one.equals(ring), numbers, t, it.unit().zone()))
                .toList();
    }

    private static @Nullable String patient(Item it, Texts t) {
        if (it.patient() == null) return null;
        return it.patient().protectedIdentity()
                ? t.say("overview.protected")
                : it.patient().name();
    }

    private static String age(Item it, LocalDate day, Texts t) {
        if (it.patient() == null || it.patient().protectedIdentity()) return "";
        return t.say("overview.age", it.patient().ageOn(day));
    }

    private static Tab tab(String typed) {
        for (var it : Tab.values()) {
            if (name(it).equals(typed)) return it;
        }
        return Tab.TODAY;
    }

    private static String name(Tab it) {
        return it.name().toLowerCase(Locale.ROOT);
    }
}
