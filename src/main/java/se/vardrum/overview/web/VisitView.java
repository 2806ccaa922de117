package se.vardrum.overview.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit as one of the staff may see it; what is not here cannot leak.
 *
 * @param title for the browser's tab: never the reason
 * @param proxyLost somebody who was to be a proxy may not be one on that day any more
 * @param mayChange responsible or invited, and the visit is open
 * @param mayCancel and it has not begun
 * @param act START, JOIN or null when there is nothing to press
 * @param startNote what starting means for this reader; empty when nothing special
 * @param patient null: the reader may not see who it is
 * @param unreachable the patient gets no message, whatever happens
 * @param share the general link; nothing when it is not for this reader or no longer open
 * @param mayInvite somebody may be added: every type of visit has room for an interpreter
 * @param cancelled it was called off
 * @param interpreter what interpreter the patient needs while none is booked, in words; empty when there is no such need
 * @param promised when whoever is late means to begin; empty for nobody is
 * @param entering asked before one goes in while several patients wait
 * @param startedBy the colleague who began what was booked with the reader, in words; empty for nobody
 * @param mayBeLate the time is near, and one may promise another
 * @param over what happened, when the visit is no longer open; otherwise null
 */
public record VisitView(
        String id,
        String title,
        String reason,
        String when,
        String type,
        String unit,
        String responsible,
        String responsibleTitle,
        String description,
        List<TagView> tags,
        boolean proxyLost,
        boolean mayChange,
        boolean mayCancel,
        @Nullable String act,
        String startNote,
        @Nullable PatientBlock patient,
        boolean callPatient,
        boolean unreachable,
        int people,
        List<Group> groups,
        ShareView share,
        boolean mayInvite,
        String interpreter,
        @Nullable String over,
        boolean cancelled,
        DoorView door,
        String promised,
        boolean mayBeLate,
        @Nullable Entering entering,
        String startedBy) {

    /** @param number empty for one with protected identity, as is the mobile */
    public record PatientBlock(String name, String age, String number, String mobile, boolean protectedIdentity) {}

    /** Patient, staff, interpreters, guests, or those who came by the general link. */
    public record Group(String heading, List<Person> people) {}

    /**
     * One who takes part.
     *
     * @param id the participant's; null for one who came by the general link
     * @param group for the colour: patient, staff, guest
     * @param problems what is wrong with a message, in words
     * @param agency what goes to the agency of an interpreter; null for anybody else, and for one who changes nothing
     * @param ready how far this one has come; null for staff and for a visit that is over
     * @param follows what taking this one away means, a sentence a line
     */
    public record Person(
            @Nullable String id,
            String name,
            String detail,
            String group,
            List<TagView> tags,
            List<String> problems,
            boolean mayResend,
            boolean mayCorrect,
            boolean mayRemove,
            @Nullable Agency agency,
            String follows,
            @Nullable ReadyView ready) {}

    /** An interpreter's own link, and a text to paste. */
    public record Agency(String link, String text) {}

    public boolean open() {
        return over == null;
    }
}
