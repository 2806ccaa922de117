package se.vardrum.booking.web;

import java.util.Map;
import se.vardrum.booking.Draft;

/**
 * Everything step 2 shows.
 *
 * @param half the guest's fields
 * @param ask true when a guest was begun and one wants to go on: add it or clear it
 * @param doubtful true when the guest may be added anyway
 * @param added the name just added, empty when nobody was
 */
public record ParticipantsStep(
        Head head,
        People people,
        boolean staffTab,
        Draft.HalfGuest half,
        boolean ask,
        boolean doubtful,
        StaffChoice staff,
        String added,
        Map<String, String> problems) {}
