package se.vardrum.appointment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the name an interpreter gave at the door with the seat, for the next time; one that is there stays. */
@Component
public class NameInterpreter {

    private final ParticipantTable participants;

    NameInterpreter(ParticipantTable participants) {
        this.participants = participants;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void named(ParticipantId seat, String name) {
        var whole = name.strip();
        int space = whole.indexOf(' ');
        participants.name(
                seat,
                space < 0 ? whole : whole.substring(0, space),
                space < 0 ? "" : whole.substring(space + 1).strip());
    }
}
