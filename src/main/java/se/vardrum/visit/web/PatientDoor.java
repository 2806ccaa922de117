package se.vardrum.visit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.page.Languages;
import se.vardrum.page.NotFound;
import se.vardrum.patient.PersonId;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.Browser;
import se.vardrum.visit.FindVisit;

/** The patient's door, behind sign-in: the reason, and who it is one will meet. */
@Controller
class PatientDoor {

    private final FindVisit find;
    private final Arrive arrive;
    private final Appointments appointments;
    private final Door door;
    private final EarlyDoor early;
    private final Answers answers;
    private final Languages languages;

    PatientDoor(
            FindVisit find,
            Arrive arrive,
            Appointments appointments,
            Door door,
            EarlyDoor early,
            Answers answers,
            Languages languages) {
        this.find = find;
        this.arrive = arrive;
        this.appointments = appointments;
        this.door = door;
        this.early = early;
        this.answers = answers;
        this.languages = languages;
    }

    @GetMapping("/mina/visits/{id}")
    String open(
            Actor.Patient me,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var t = languages.of(request);
        var appointment = find.forPatient(me, new AppointmentId(id)).orElse(null);
        if (appointment == null) return answers.notMine(t, response, model);
        if (!appointment.open()) return answers.mine(appointment, t, model);
        if (!door.inside(request.getSession(false), appointment.id())) {
            var notYet = early.page(appointment, true, t, model);
            if (notYet.isPresent()) return notYet.get();
        }
        var own = appointments.participant(appointment.id(), new PersonId(me.person()));
        var way = Door.Way.patient("/mina/visits/" + id, appointment.reason(t.language()), me.name(), own.orElse(null));
        model.addAttribute("view", door.view(appointment, way, t, request.getSession(false)));
        return "visit/web/call";
    }

    @PostMapping("/mina/visits/{id}/arrive")
    ResponseEntity<Map<String, Object>> join(
            Actor.Patient me,
            @PathVariable UUID id,
            @RequestParam @Nullable String device,
            @RequestParam(defaultValue = "false") boolean here,
            HttpServletRequest request) {
        var visit = new AppointmentId(id);
        if (find.forPatient(me, visit).isEmpty()) throw new NotFound();
        var browser = Browser.of(request.getSession(), here, Door.device(device));
        return door.answer(arrive.patient(me, visit, browser), visit, languages.of(request));
    }
}
