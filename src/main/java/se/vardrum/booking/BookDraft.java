package se.vardrum.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.SearchReason;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.CorrectContact;

/** Turns a draft into an appointment, once, and is then rid of the draft: all in one transaction. */
@Component
public class BookDraft {

    /**
     * What the booker settled at last.
     *
     * @param mobile where the patient's messages go; null when somebody rings instead
     * @param guestReason why there are guests, when the patient has protected identity; empty otherwise
     * @param learnt true when that number is new and is to be kept with the patient
     */
    public record Settled(
            SearchReason reason, TimeSlot slot, @Nullable String mobile, boolean learnt, String guestReason) {}

    private final BookAppointment bookAppointment;
    private final CorrectContact correctContact;
    private final DraftTable drafts;

    BookDraft(BookAppointment bookAppointment, CorrectContact correctContact, DraftTable drafts) {
        this.bookAppointment = bookAppointment;
        this.correctContact = correctContact;
        this.drafts = drafts;
    }

    @Transactional
    public BookAppointment.Outcome book(Actor.Staff who, Draft draft, Settled settled) {
        var outcome = bookAppointment.book(who, request(draft, settled));
        if (booked(outcome) != null) {
            if (settled.learnt() && settled.mobile() != null && outcome instanceof BookAppointment.Outcome.Booked)
                correctContact.mobile(who, draft.profile(), settled.mobile());
            drafts.delete(draft.id(), draft.owner());
        }
        return outcome;
    }

    /** The appointment, whichever press made it; null when there is none. */
    public static @Nullable AppointmentId booked(BookAppointment.Outcome outcome) {
        return switch (outcome) {
            case BookAppointment.Outcome.Booked(var id) -> id;
            case BookAppointment.Outcome.AlreadyBooked(var id) -> id;
            default -> null;
        };
    }

    private static BookAppointment.Request request(Draft draft, Settled settled) {
        var content = draft.content();
        List<BookAppointment.Guest> guests = content.guests().stream()
                .map(it -> new BookAppointment.Guest(
                        it.firstName(), it.lastName(), it.mobile(), it.email(), it.language(), it.seat()))
                .toList();
        return new BookAppointment.Request(
                draft.id().value(),
                draft.type(),
                settled.reason().asked(),
                content.details().description(),
                settled.slot(),
                draft.profile(),
                settled.mobile(),
                guests,
                content.colleagues().stream().map(PractitionerRoleId::new).toList(),
                settled.guestReason(),
                content.company().company());
    }
}
