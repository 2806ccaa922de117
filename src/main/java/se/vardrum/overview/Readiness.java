package se.vardrum.overview;

/**
 * How ready a visit is.
 *
 * @param patientWaits the patient's page is open in the waiting room
 * @param othersWait how many others wait
 * @param callPatient somebody must ring the patient, who gets no message
 * @param failedSms invitations that did not arrive
 * @param proxyLost somebody who was to be a proxy may not act for the child on that day any more
 * @param failedEmails the same by e-mail
 * @param interpreterMissing a seat is booked, the visit begins soon or has begun, and nobody is there to take it
 */
public record Readiness(
        boolean patientWaits,
        int othersWait,
        boolean callPatient,
        boolean proxyLost,
        int failedSms,
        int failedEmails,
        Invitations invitations,
        boolean interpreterMissing) {

    /** How far the invitations that have not failed have come. */
    public enum Invitations {
        NONE,
        UNDERWAY,
        SENT,
        DELIVERED
    }

    public boolean somebodyWaits() {
        return patientWaits || othersWait > 0;
    }
}
