package se.vardrum.booking.web;

import java.util.List;
import java.util.Map;

/**
 * What stands before step 1: whose visit, who is to be there when it is a child's, and of which type.
 *
 * @param look where the answers go to see what fits; @param begin where the choice goes
 * @param draft the draft that is being changed; empty for a new one
 * @param minor false: nothing is asked, and the type alone is chosen
 * @param advice what fits and why, in a sentence; @param forbidden nothing does
 * @param profiles all there are, with who gets messages; the one that fits is checked
 * @param asked the type for which a sentence is asked; empty when none is
 */
public record CompanyStep(
        Head.PatientCard patient,
        String look,
        String begin,
        String draft,
        boolean minor,
        List<Who> proxies,
        boolean apart,
        String advice,
        boolean forbidden,
        List<Profile> profiles,
        List<Type> types,
        String asked,
        String why,
        Map<String, String> problems) {

    /** Somebody who may act for the child. */
    public record Who(String id, String name, boolean protectedIdentity, boolean there) {}

    /** @param messages who gets them, and where */
    public record Profile(String id, String name, String messages, boolean chosen) {}

    /** @param fits the rules propose it */
    public record Type(String key, String name, String about, boolean fits) {}
}
