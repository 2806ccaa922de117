package se.vardrum.booking.web;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.directory.Directory;
import se.vardrum.invitation.Links;
import se.vardrum.messaging.AgencyText;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.page.Texts;

/** It is booked: what became of each invitation, and the link for whoever has none of their own. */
@Controller
class DonePages {

    private final Appointments appointments;
    private final Directory directory;
    private final Links links;
    private final AgencyText agencyText;
    private final SentView sent;
    private final AccessLog log;
    private final Languages languages;

    DonePages(
            Appointments appointments,
            Directory directory,
            Links links,
            AgencyText agencyText,
            SentView sent,
            AccessLog log,
            Languages languages) {
        this.appointments = appointments;
        this.directory = directory;
        this.links = links;
        this.agencyText = agencyText;
        this.sent = sent;
        this.log = log;
        this.languages = languages;
    }

    @GetMapping("/visits/{id}/booked")
    String show(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var t = languages.of(request);
        var it = mine(me, id);
        log.write(me, AccessLog.Action.SEEN, it.person().value(), id);
        var zone = directory.unit(it.unit()).zone();
        var link = links.general(it.id()).orElse(null);
        model.addAttribute(
                "step",
                new DoneStep(
                        id.toString(),
                        link,
                        link == null && it.type().generalLink()
                                ? t.say(it.linksNow() ? "booking.link.none" : "booking.link.at-start")
                                : null,
                        appointments.callPatientTaskOpen(it.id()),
                        seats(it, t),
                        sent.of(it, zone, t)));
        return "booking/web/done";
    }

    private List<DoneStep.Seat> seats(Appointment it, Texts t) {
        var all = links.personal(it.id());
        return appointments.participants(it.id()).stream()
                .filter(Participant::interpreter)
                .map(seat -> new DoneStep.Seat(
                        seat.shown(t),
                        requireNonNull(seat.seat()).words(t),
                        requireNonNull(all.get(seat.id())),
                        agencyText.of(it.id(), seat.id(), t.language())))
                .toList();
    }

    /** The part that turns by itself; the page it is on has been logged. */
    @GetMapping("/visits/{id}/booked/sent")
    String sent(Actor.Staff me, @PathVariable UUID id, HttpServletRequest request, Model model) {
        var it = mine(me, id);
        model.addAttribute("sent", sent.of(it, directory.unit(it.unit()).zone(), languages.of(request)));
        return "booking/web/sent";
    }

    private Appointment mine(Actor.Staff me, UUID id) {
        return appointments
                .find(new AppointmentId(id))
                .filter(it ->
                        List.of(it.bookedBy().value(), it.responsible().value()).contains(me.role()))
                .orElseThrow(NotFound::new);
    }
}
