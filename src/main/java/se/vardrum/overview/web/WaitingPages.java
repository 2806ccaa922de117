package se.vardrum.overview.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.vardrum.access.Actor;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.overview.SeeWaiting;
import se.vardrum.overview.SeeWaiting.Waiting;
import se.vardrum.overview.web.WaitingView.Started;
import se.vardrum.page.Languages;
import se.vardrum.page.Moments;
import se.vardrum.page.Texts;

/** The few words on every page of the staff: somebody waits for you. No patient is named, and so nothing is logged. */
@Controller
class WaitingPages {

    private final SeeWaiting see;
    private final Directory directory;
    private final Languages languages;

    WaitingPages(SeeWaiting see, Directory directory, Languages languages) {
        this.see = see;
        this.directory = directory;
        this.languages = languages;
    }

    @GetMapping("/visits/waiting")
    String waiting(Actor.Staff me, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var moments = t.in(directory.unit(new CareUnitId(me.unit())).zone());
        var all = see.mine(me);
        var people = all.stream().flatMap(it -> it.people().stream()).toList();
        model.addAttribute(
                "view",
                new WaitingView(
                        people.size(),
                        all.size() == 1 ? "/visits/" + id(all.getFirst()) : "/visits",
                        people.stream().map(it -> it.id().value().toString()).collect(Collectors.joining(" ")),
                        all.isEmpty() ? "" : t.say("overview.waiting.notice", at(all.getFirst(), moments)),
                        started(me, moments, t)));
        return "overview/web/waiting";
    }

    private List<Started> started(Actor.Staff me, Moments moments, Texts t) {
        var taken = see.taken(me);
        var roles = directory.roles(
                taken.stream().map(it -> it.visit().responsible()).distinct().toList());
        return taken.stream()
                .map(it -> new Started(
                        it.visit().id().value().toString(),
                        t.say(
                                "overview.waiting.started",
                                requireNonNull(roles.get(it.visit().responsible()))
                                        .name(),
                                moments.time(it.appointment().slot().from()))))
                .toList();
    }

    private static String at(Waiting it, Moments moments) {
        return moments.time(it.appointment().slot().from());
    }

    private static String id(Waiting it) {
        return it.visit().id().value().toString();
    }
}
