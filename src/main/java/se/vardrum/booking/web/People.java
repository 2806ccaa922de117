package se.vardrum.booking.web;

import java.util.List;

/** "Deltagare (n)": who is in so far, in three groups; a child's proxies stand with the patient. */
public record People(
        Head.PatientCard patient, List<Head.Companion> proxies, List<Colleague> staff, List<Guest> guests) {

    public int count() {
        return 1 + proxies.size() + staff.size() + guests.size();
    }

    /** Somebody of the staff; the responsible one cannot be taken away. */
    public record Colleague(String role, String name, String title, boolean responsible) {}

    /** A guest and where the invitation goes; what is empty is not used. */
    public record Guest(String key, String name, String mobile, String email) {}
}
