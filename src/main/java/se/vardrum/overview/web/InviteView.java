package se.vardrum.overview.web;

import java.util.List;

/**
 * The page where somebody is added to a visit, or a guest's contact corrected.
 *
 * @param tab "guest", "staff" or "interpreter"
 * @param guests the type of visit has guests; colleagues: and staff beside the one who booked
 * @param follows what pressing the button means
 * @param correcting the guest's participant id; empty when somebody new is added
 */
public record InviteView(
        String id,
        String title,
        String reason,
        String when,
        String tab,
        boolean guests,
        boolean colleagues,
        String correcting,
        GuestForm guest,
        Follows.Said follows,
        String q,
        Hits hits) {

    /** Staff who fit what was typed. */
    public record Hits(String id, String q, List<Hit> people) {}

    /** @param there takes part already */
    public record Hit(String role, String name, String detail, boolean there) {}
}
