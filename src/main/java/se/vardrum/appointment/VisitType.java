package se.vardrum.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardrum.directory.CareUnitId;

/**
 * What kind of visit is booked, as data: see docs/visit-types.md.
 *
 * @param key as it stands in addresses, forms and the database
 * @param unit whose own it is; null for everybody's
 * @param guests may be invited
 * @param staff colleagues may be added
 * @param generalLink there is a link for whoever has no own one
 * @param reminders minutes before the visit
 * @param active may be chosen for a new booking
 */
public record VisitType(
        String key,
        @Nullable CareUnitId unit,
        String nameSv,
        String nameEn,
        String aboutSv,
        String aboutEn,
        boolean guests,
        boolean staff,
        int maxProxies,
        LinksAt linksAt,
        boolean generalLink,
        Heading heading,
        int defaultMinutes,
        List<Integer> reminders,
        boolean active,
        int position) {

    public static final String VIDEO_VISIT = "video-visit";

    public static final int LONGEST_HEADING = 80;

    /** How many minutes a visit may be booked for. */
    public static final List<Integer> LENGTHS = List.of(15, 20, 30, 45, 60);

    public VisitType {
        reminders = List.copyOf(reminders);
    }

    /** When guests get their links. */
    public enum LinksAt {
        BOOKING,
        START
    }

    /** What stands over the visit: one of the predefined search reasons, or what the booker writes. */
    public enum Heading {
        SEARCH_REASON,
        FREE
    }

    /** In "en", or in Swedish. */
    public String name(String language) {
        return language.equals("en") ? nameEn : nameSv;
    }

    public String about(String language) {
        return language.equals("en") ? aboutEn : aboutSv;
    }

    public boolean free() {
        return heading == Heading.FREE;
    }
}
