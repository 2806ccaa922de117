package se.vardrum.booking.web;

import java.util.List;

/** "Deltagare (n)": who is in so far, in groups; a child's proxies stand with the patient. */
public record People(
        Head.PatientCard patient,
        List<Head.Companion> proxies,
        List<Colleague> staff,
        List<Guest> interpreters,
        List<Guest> guests) {

    public int count() {
        return 1 + proxies.size() + staff.size() + invited();
    }

    /** Guests and interpreters together. */
    public int invited() {
        return guests.size() + interpreters.size();
    }

    /** Somebody of the staff; the responsible one cannot be taken away. */
    public record Colleague(String role, String name, String title, boolean responsible) {}

    /** A guest and where the invitation goes; what is empty is not used. @param seat of an interpreter, in words */
    public record Guest(String key, String name, String seat, String mobile, String email) {}
}
