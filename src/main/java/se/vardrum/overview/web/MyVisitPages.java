package se.vardrum.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.vardrum.access.Actor;
import se.vardrum.overview.MyVisits;
import se.vardrum.overview.web.MineView.Card;
import se.vardrum.page.Languages;
import se.vardrum.page.Texts;
import se.vardrum.visit.VisitState;

/** "Mina besök". */
@Controller
class MyVisitPages {

    private final MyVisits visits;
    private final Languages languages;

    MyVisitPages(MyVisits visits, Languages languages) {
        this.visits = visits;
        this.languages = languages;
    }

    @GetMapping("/mina")
    String page(Actor.Patient me, HttpServletRequest request, Model model) {
        model.addAttribute("view", view(visits.look(me, false), languages.of(request)));
        return "overview/web/mine";
    }

    @GetMapping("/mina/list")
    String list(Actor.Patient me, HttpServletRequest request, Model model) {
        model.addAttribute("view", view(visits.look(me, true), languages.of(request)));
        return "overview/web/cards";
    }

    private static MineView view(MyVisits.Shown shown, Texts t) {
        return new MineView(
                shown.upcoming().stream().map(it -> card(it, t)).toList(),
                shown.earlier().stream().map(it -> card(it, t)).toList());
    }

    private static Card card(MyVisits.Mine it, Texts t) {
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
                t.say("overview.mine.state."
                        + it.visit()
                                .state()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')));
    }
}
