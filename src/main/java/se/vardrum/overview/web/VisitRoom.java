package se.vardrum.overview.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.page.NotFound;
import se.vardrum.page.Texts;
import se.vardrum.visit.FindVisit;
import se.vardrum.visit.FindVisit.Seen;

/** What all pages about one visit share: finding it through what the reader may see, and logging that it was seen. */
@Component
class VisitRoom {

    /** While a page refreshes itself the same look goes on. */
    private static final Duration SAME_LOOK = Duration.ofHours(1);

    private final FindVisit find;
    private final VisitViews views;
    private final AccessLog log;

    VisitRoom(FindVisit find, VisitViews views, AccessLog log) {
        this.find = find;
        this.views = views;
        this.log = log;
    }

    /** @param again the page refreshes itself: no new row in the access log unless it is a new look */
    VisitView look(Actor.Staff me, UUID id, boolean again, Texts t) {
        var seen = seen(me, id);
        var view = views.of(me, seen, t);
        var person = seen.appointment().person().value();
        if (again) {
            log.writeNew(me, AccessLog.Action.SEEN, List.of(person), SAME_LOOK);
        } else {
            log.write(me, AccessLog.Action.SEEN, person, seen.appointment().id().value());
        }
        return view;
    }

    Seen seen(Actor.Staff me, UUID id) {
        return find.forStaff(me, new AppointmentId(id)).orElseThrow(NotFound::new);
    }

    /** Whoever only sees the unit's list may not change a visit, and for a change it does not exist. */
    Seen changeable(Actor.Staff me, UUID id) {
        var seen = find.toChange(me, new AppointmentId(id)).orElseThrow(NotFound::new);
        if (!seen.visit().state().open()) throw new TooLate(id, "over");
        return seen;
    }

    /** Back to the visit's page, which says what was done. */
    String back(UUID id, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("done", done);
        return "redirect:/visits/" + id;
    }
}
