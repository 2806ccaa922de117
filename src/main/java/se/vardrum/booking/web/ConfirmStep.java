package se.vardrum.booking.web;

import java.util.List;
import java.util.Map;
import se.vardrum.booking.Draft;

/**
 * Everything step 3 shows.
 *
 * @param linksLater guests get their links when the visit starts
 * @param ask true when there is no number to reach the patient at: one is asked for, or somebody rings
 * @param asksSignIn staff may mark that the patient cannot sign in
 * @param byLink the patient gets a personal link
 * @param seen the mark of what is shown: another tab may change the draft meanwhile
 */
public record ConfirmStep(
        Head head,
        People people,
        String reason,
        boolean linksLater,
        String when,
        String description,
        List<Message> messages,
        boolean ask,
        Draft.PatientContact contact,
        boolean asksSignIn,
        boolean byLink,
        String seen,
        Map<String, String> problems) {

    /** The patient needs an interpreter, and no seat is booked. */
    public boolean interpreterMissing() {
        return head.patient().interpreter() != null && people.interpreters().isEmpty();
    }

    /** A message as it will go out. */
    public record Message(String heading, String subject, String text) {}
}
