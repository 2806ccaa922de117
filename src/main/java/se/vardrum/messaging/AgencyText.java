package se.vardrum.messaging;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.page.Languages;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;
import se.vardrum.patient.Interpreter;

/**
 * What staff paste into an interpreter agency's form. It is made of the time, the seat and the unit's name for messages
 * alone, so nothing about the patient or the type of visit can come in; under protected identity neither unit nor number.
 */
@Component
public class AgencyText {

    private final RenderMessage render;
    private final Languages languages;

    AgencyText(RenderMessage render, Languages languages) {
        this.render = render;
        this.languages = languages;
    }

    /** @param seat an interpreter's, who takes part */
    public String of(AppointmentId id, ParticipantId seat, String language) {
        var visit = render.visit(id);
        var interpreter = requireNonNull(visit.participants().get(seat));
        var booked = requireNonNull(interpreter.seat());
        var t = languages.of(language);
        var moments = t.in(visit.unit().zone());
        var slot = visit.appointment().slot();
        var lines = new ArrayList<String>();
        lines.add(t.say("messaging.agency.title"));
        lines.add(spoken(booked, t));
        lines.add(t.say("messaging.agency.date", moments.date(slot.from())));
        lines.add(t.say(
                "messaging.agency.time",
                moments.time(slot.from()) + "\u2013" + moments.time(slot.to()),
                java.time.Duration.between(slot.from(), slot.to()).toMinutes()));
        if (!booked.reference().isEmpty()) lines.add(t.say("messaging.agency.reference", booked.reference()));
        lines.add(t.say("messaging.agency.link", requireNonNull(visit.links().get(seat))));
        if (!visit.secret())
            lines.add(t.say(
                    "messaging.agency.unit",
                    visit.unit().messageName(),
                    Phone.shown(visit.unit().phone())));
        lines.add("");
        lines.add(t.say("messaging.agency.how"));
        lines.add(t.say(interpreter.toConfirm() ? "messaging.agency.early" : "messaging.agency.early-known"));
        return String.join("\n", lines);
    }

    private static String spoken(InterpreterSeat it, Texts t) {
        return t.say(
                it.kind() == Interpreter.Kind.SPOKEN ? "messaging.agency.spoken" : "messaging.agency.signed",
                it.words(t));
    }
}
