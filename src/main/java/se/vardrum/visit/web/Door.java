package se.vardrum.visit.web;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Participant;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.Directory;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.Arrive;
import se.vardrum.visit.Arrive.Outcome.Closed;
import se.vardrum.visit.Arrive.Outcome.Early;
import se.vardrum.visit.Arrive.Outcome.Elsewhere;
import se.vardrum.visit.Arrive.Outcome.Here;
import se.vardrum.visit.Browser;
import se.vardrum.visit.Visit;
import se.vardrum.visit.Visits;

/** What the three ways in (staff, patient, guest) share: the page as that reader may see it, and the answer to joining. */
@Component
class Door {

    /**
     * What is special to one way in; see {@link CallView}.
     *
     * @param letIn waits until somebody lets this one in, also while the visit runs
     * @param otherUnit whose number to ring where the visit's own unit is not told; null: that one is told
     * @param tellsBy as in {@link CallView}
     */
    record Way(
            String mode,
            String heading,
            String ownName,
            Asks asks,
            String joinUrl,
            String backUrl,
            @Nullable CareUnitId otherUnit,
            boolean letIn,
            String tellsBy) {

        static Way staff(String visit, String heading, String name, @Nullable CareUnitId otherUnit) {
            return new Way("STAFF", heading, name, Asks.NOTHING, visit + "/arrive", visit, otherUnit, false, "NONE");
        }

        /** @param self as whom this one takes part; null for one who does not any more */
        static Way patient(String visit, String heading, String name, @Nullable Participant self) {
            return new Way(
                    "PATIENT", heading, name, Asks.NOTHING, visit + "/arrive", "/mina", null, false, tellsBy(self));
        }

        /** @param self whose link it is; null for the general one */
        static Way guest(String link, String heading, String name, Asks asks, @Nullable Participant self) {
            boolean letIn = self == null || self.toConfirm();
            return new Way("GUEST", heading, name, asks, link, "", null, letIn, letIn ? "NONE" : tellsBy(self));
        }

        /** Should this one leave before the start, the start is told there. */
        private static String tellsBy(@Nullable Participant self) {
            if (self == null) return "NONE";
            return self.mobile() != null ? "SMS" : self.email() != null ? "EMAIL" : "NONE";
        }

        boolean staff() {
            return mode.equals("STAFF");
        }
    }

    /** What somebody must say of oneself before joining: of an interpreter the role is known. */
    enum Asks {
        NOTHING,
        NAME,
        NAME_AND_ROLE
    }

    private final Directory directory;
    private final Visits visits;
    private final Answers answers;

    Door(Directory directory, Visits visits, Answers answers) {
        this.directory = directory;
        this.visits = visits;
        this.answers = answers;
    }

    CallView view(Appointment appointment, Way way, Texts t, @Nullable HttpSession session) {
        var visit = visits.all(java.util.List.of(appointment.id())).get(appointment.id());
        var unit = directory.unit(appointment.unit());
        var responsible = directory.role(visit.responsible()).orElseThrow();
        boolean untold = way.mode().equals("GUEST") && answers.secret(appointment);
        return new CallView(
                appointment.id().value(),
                way.mode(),
                way.heading(),
                t.in(unit.zone())
                        .span(appointment.slot().from(), appointment.slot().to()),
                untold || way.otherUnit() != null ? "" : way.staff() ? unit.name() : unit.messageName(),
                untold
                        ? t.say("visit.inviter")
                        : Phone.shown(
                                way.otherUnit() == null
                                        ? unit.phone()
                                        : directory.unit(way.otherUnit()).phone()),
                responsible.name(),
                responsible.title(),
                way.ownName(),
                way.asks() != Asks.NOTHING,
                way.asks() == Asks.NAME_AND_ROLE,
                way.letIn(),
                way.joinUrl(),
                way.backUrl(),
                hasPlace(session, visit),
                way.staff(),
                way.staff() && appointment.type().generalLink(),
                way.tellsBy());
    }

    /** True when this browser waits in the visit or is in the call already. */
    boolean inside(@Nullable HttpSession session, AppointmentId visit) {
        return session != null
                && hasPlace(session, visits.all(java.util.List.of(visit)).get(visit));
    }

    /** True after a reload: this browser waits or is in the call already, and goes straight back there. */
    private boolean hasPlace(@Nullable HttpSession session, Visit visit) {
        if (!visit.state().open()) return false;
        return place(session, visit.id())
                .filter(it -> it.state() == ArrivalState.WAITING || it.state() == ArrivalState.ADMITTED)
                .isPresent();
    }

    private Optional<Arrival> place(@Nullable HttpSession session, AppointmentId visit) {
        return Browser.named(session)
                .flatMap(browser -> visits.arrivals(visit).stream()
                        .filter(it -> browser.equals(it.browser()))
                        .findFirst());
    }

    /** 410 when the visit is over, 423 before it lets anybody in, 409 for one who is there in another browser and may say to go on here. */
    ResponseEntity<Map<String, Object>> answer(Arrive.Outcome outcome, AppointmentId visit, Texts t) {
        return switch (outcome) {
            case Here(var place) -> ResponseEntity.ok(Map.of("arrival", place.value(), "visit", visit.value()));
            case Elsewhere() -> said(409, "visit.elsewhere", t);
            case Early() -> said(423, "visit.early", t);
            case Closed() -> said(410, "visit.over", t);
        };
    }

    ResponseEntity<Map<String, Object>> closed(Texts t) {
        return said(410, "visit.over", t);
    }

    private static ResponseEntity<Map<String, Object>> said(int status, String what, Texts t) {
        return ResponseEntity.status(status)
                .body(Map.of("title", t.say(what + ".title"), "text", t.say(what + ".text")));
    }

    /** What the page says of its devices, cut to what we know. */
    static String device(@Nullable String told) {
        return told != null && told.matches("[a-z,-]{0,60}") ? told : "";
    }
}
