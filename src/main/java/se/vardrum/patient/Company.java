package se.vardrum.patient;

import java.util.List;

/**
 * Who is to be there for a child, and where: what "Vilka ska vara med?" and "Är alla på samma plats?" were answered with.
 *
 * @param proxies nobody for a grown-up
 * @param why one sentence, when another type of visit is chosen than the rules propose; empty otherwise
 */
public record Company(List<PersonId> proxies, boolean samePlace, String why) {

    public static final Company ALONE = new Company(List.of(), true, "");

    public Company {
        proxies = proxies.stream().distinct().toList();
    }
}
