package se.vardrum.visit.web;

import java.util.UUID;
import se.vardrum.page.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door, the waiting room and the call as one reader may see them.
 *
 * @param mode STAFF, PATIENT or GUEST
 * @param heading what the reader may see: a guest sees "Videobesök" and never the reason
 * @param when the day and time in full
 * @param phone the unit's number as people write it, or words for whom to ring where that is not told
 * @param ownName as shown to others; empty when it is asked for
 * @param asksName the general link, or an interpreter's seat without a name: the name is asked for
 * @param asksRole the general link: and the role
 * @param letIn waits until somebody lets this one in, also while the visit runs
 * @param joinUrl where joining posts to
 * @param backUrl where leaving leads for those who are signed in; empty for guests
 * @param joined has a place already: no door, connect at once
 * @param maySeeStart may start the visit while waiting
 * @param mayShare may pass on the general link, which this type of visit has
 * @param tellsBy SMS or EMAIL: how one who leaves before the start is told of it; NONE when nobody would be
 */
public record CallView(
        UUID visit,
        String mode,
        String heading,
        String when,
        String unit,
        String phone,
        String responsibleName,
        String responsibleTitle,
        String ownName,
        boolean asksName,
        boolean asksRole,
        boolean letIn,
        String joinUrl,
        String backUrl,
        boolean joined,
        boolean maySeeStart,
        boolean mayShare,
        String tellsBy) {

    private static final JsonMapper JSON = new JsonMapper();

    public boolean staff() {
        return mode.equals("STAFF");
    }

    /** Where this reader tries camera, microphone and network. */
    public String checkUrl() {
        return switch (mode) {
            case "STAFF" -> "/visits/" + visit + "/check";
            case "PATIENT" -> "/mina/visits/" + visit + "/check";
            default -> joinUrl + "/check";
        };
    }

    /** The script's own texts, as JSON; those of staff cost nobody else a byte. */
    public String texts(Page page) {
        var texts = new java.util.TreeMap<>(page.t().under("call.js."));
        if (staff()) texts.putAll(page.t().under("call.staff."));
        return JSON.writeValueAsString(texts);
    }
}
