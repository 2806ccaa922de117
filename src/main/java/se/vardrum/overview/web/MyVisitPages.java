package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.Actor;
import se.vardrum.overview.MyVisits;
import se.vardrum.overview.web.MineView.Card;
import se.vardrum.overview.web.MineView.Child;
import se.vardrum.page.Form;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Texts;
import se.vardrum.patient.MakeProfile;
import se.vardrum.patient.PersonId;
import se.vardrum.visit.VisitState;

/** "Mina besök", one's own and those of the children one acts for. */
@Controller
class MyVisitPages {

    private static final int LONGEST = 40;

    private final MyVisits visits;
    private final MakeProfile makeProfile;
    private final Languages languages;
    private final Clock clock;

    MyVisitPages(MyVisits visits, MakeProfile makeProfile, Languages languages, Clock clock) {
        this.visits = visits;
        this.makeProfile = makeProfile;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/mina")
    String page(Actor.Patient me, HttpServletRequest request, Model model) {
        var children = visits.children(me).stream()
                .map(it -> new Child(it.id().value().toString(), it.name(), true))
                .toList();
        model.addAttribute("view", view(visits.look(me, false), null, children, languages.of(request)));
        return "overview/web/mine";
    }

    @GetMapping("/mina/list")
    String list(Actor.Patient me, HttpServletRequest request, Model model) {
        model.addAttribute("view", view(visits.look(me, true), null, List.of(), languages.of(request)));
        return "overview/web/cards";
    }

    /** "Agera ombud för …" */
    @GetMapping("/mina/for/{child}")
    String forChild(Actor.Patient me, @PathVariable UUID child, HttpServletRequest request, Model model) {
        return forChild(me, child, "", new Form(languages.of(request)), languages.of(request), model);
    }

    @GetMapping("/mina/for/{child}/list")
    String listForChild(Actor.Patient me, @PathVariable UUID child, HttpServletRequest request, Model model) {
        var shown = visits.forChild(me, new PersonId(child), true);
        model.addAttribute("view", view(shown, child(me, child), List.of(), languages.of(request)));
        return "overview/web/cards";
    }

    /** The guardian makes the child's profile through the relation. */
    @PostMapping("/mina/for/{child}/profile")
    String makeProfile(
            Actor.Patient me,
            @PathVariable UUID child,
            @RequestParam(defaultValue = "") String mobile,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var t = languages.of(request);
        var form = new Form(t);
        var typed = form.line("mobile", mobile, LONGEST);
        var e164 = form.mobile("mobile", typed);
        if (e164 == null) {
            response.setStatus(422);
            return forChild(me, child, typed, form, t, model);
        }
        makeProfile.through(me, new PersonId(child), e164);
        flash.addFlashAttribute("done", true);
        return "redirect:/mina/for/" + child;
    }

    private String forChild(Actor.Patient me, UUID child, String mobile, Form form, Texts t, Model model) {
        var shown = visits.forChild(me, new PersonId(child), false);
        model.addAttribute("view", view(shown, child(me, child), List.of(), t));
        model.addAttribute("mobile", mobile);
        model.addAttribute("problems", form.problems());
        return "overview/web/child";
    }

    private Child child(Actor.Patient me, UUID id) {
        return visits.children(me).stream()
                .filter(it -> it.id().value().equals(id))
                .map(it -> new Child(id.toString(), it.name(), visits.reached(me, it.id())))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private MineView view(MyVisits.Shown shown, @Nullable Child child, List<Child> children, Texts t) {
        var now = clock.instant();
        return new MineView(
                shown.upcoming().stream()
                        .map(it -> card(it, MineNow.of(it, now, t), t))
                        .toList(),
                shown.earlier().stream().map(it -> card(it, "", t)).toList(),
                child,
                children);
    }

    private static Card card(MyVisits.Mine it, String now, Texts t) {
        var slot = it.appointment().slot();
        var moments = t.in(it.unit().zone());
        return new Card(
                it.visit().id().value().toString(),
                it.appointment().reason(t.language()),
                moments.span(slot.from(), slot.to()),
                it.appointment().type().name(t.language()),
                it.unit().name(),
                it.responsible() == null ? "" : it.responsible().name(),
                it.responsible() == null ? "" : it.responsible().title(),
                it.visit().state() == VisitState.RUNNING,
                now,
                t.say("overview.mine.state."
                        + it.visit()
                                .state()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')));
    }
}
