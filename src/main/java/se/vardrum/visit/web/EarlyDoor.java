package se.vardrum.visit.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.vardrum.appointment.Appointment;
import se.vardrum.directory.Directory;
import se.vardrum.page.Texts;
import se.vardrum.visit.Opening;
import se.vardrum.visit.VisitState;
import se.vardrum.visit.Visits;

/** A door that is not open yet, or that nobody opened: a page that says when, and turns into the door by itself. */
@Component
class EarlyDoor {

    private final Visits visits;
    private final Directory directory;
    private final Answers answers;
    private final Clock clock;

    EarlyDoor(Visits visits, Directory directory, Answers answers, Clock clock) {
        this.visits = visits;
        this.directory = directory;
        this.answers = answers;
        this.clock = clock;
    }

    /** Empty when one may come in. @param mine signed in, so that the unit may be told whoever the patient is */
    Optional<String> page(Appointment visit, boolean mine, Texts t, Model model) {
        var opening = opening(visit);
        var state = state(visit);
        var now = clock.instant();
        if (opening.early(state, now)) return Optional.of(early(visit, opening, mine, t, model));
        if (opening.forgotten(state, now)) return Optional.of(forgotten(visit, mine, t, model));
        return Optional.empty();
    }

    private String early(Appointment visit, Opening opening, boolean mine, Texts t, Model model) {
        var in = Duration.between(clock.instant(), opening.from());
        return show("early", text(visit, opening, t), in, visit, mine, t, model);
    }

    private String forgotten(Appointment visit, boolean mine, Texts t, Model model) {
        var key = "visit.forgotten.text";
        var text = mine ? answers.told(key, visit, t) : answers.ask(key, visit, t);
        model.addAttribute("ring", mine || !answers.secret(visit) ? answers.ring(visit) : "");
        return show("forgotten", text, Duration.ofDays(1), visit, mine, t, model);
    }

    private String show(String kind, String text, Duration in, Appointment visit, boolean mine, Texts t, Model model) {
        model.addAttribute("title", t.say("visit." + kind + ".title"));
        model.addAttribute("when", answers.when(visit, t));
        model.addAttribute("text", text);
        model.addAttribute("in", in.toMillis());
        model.addAttribute("mine", mine);
        model.addAttribute("mayCheck", kind.equals("early"));
        return "visit/web/early";
    }

    private String text(Appointment visit, Opening opening, Texts t) {
        var moments = t.in(directory.unit(visit.unit()).zone());
        Instant from = opening.from();
        boolean today = moments.day(from).equals(moments.day(clock.instant()));
        return today
                ? t.say("visit.early.today", moments.time(from))
                : t.say("visit.early.later", moments.date(from), moments.time(from));
    }

    private Opening opening(Appointment visit) {
        return Opening.of(visit.slot(), directory.unit(visit.unit()));
    }

    private VisitState state(Appointment visit) {
        return visits.all(List.of(visit.id())).get(visit.id()).state();
    }
}
