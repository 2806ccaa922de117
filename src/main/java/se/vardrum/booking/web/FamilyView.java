package se.vardrum.booking.web;

import java.util.List;
import java.util.Map;

/**
 * All profiles of a child in one place, with who gets messages from each, and those who may act for the child.
 *
 * @param ownMissing staff may make an own profile
 * @param barred how many may neither take part nor know; who they are is not shown
 * @param barring the guardian for whom a reason is asked; empty when none is
 */
public record FamilyView(
        Head.PatientCard patient,
        List<CompanyStep.Profile> profiles,
        boolean ownMissing,
        List<Guardian> guardians,
        int barred,
        String barring,
        String number,
        String reason,
        Map<String, String> problems) {

    /** @param until the last day of the right, in words; empty when no end is known; @param profileMissing none through this one */
    public record Guardian(String id, String name, String until, boolean protectedIdentity, boolean profileMissing) {}
}
