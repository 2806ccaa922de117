package se.vardrum.overview.web;

import java.util.List;

/**
 * The door of a visit for staff: who waits, whose refusal can be taken back, who is in, and the note those who wait read.
 *
 * @param open people may come
 * @param running those who wait can be let in
 * @param mayAct the reader may do something about it
 * @param locked nobody new comes in by oneself
 * @param note what those who wait read now; empty for none
 */
record DoorView(
        boolean open,
        boolean running,
        boolean mayAct,
        boolean locked,
        List<Knock> waiting,
        List<Knock> refused,
        List<Knock> inside,
        String note,
        List<Ready> ready) {

    /**
     * One who came.
     *
     * @param id the arrival's
     * @param detail who that is
     * @param way by which way, as a sentence's end
     * @param since how long that one waits, in words
     * @param color grows warmer with the wait
     * @param tags what to know before letting in
     * @param mayWait can be sent back to wait
     * @param mayRemove can be put out for good
     * @param follows what that means, a sentence a line
     */
    record Knock(
            String id,
            String name,
            String detail,
            String group,
            String way,
            String since,
            String color,
            List<TagView> tags,
            boolean mayWait,
            boolean mayRemove,
            String follows) {}

    /** A sentence one sends with one press. */
    record Ready(String key, String text) {}

    boolean someoneWaits() {
        return !waiting.isEmpty();
    }

    boolean shown() {
        return open && (!waiting.isEmpty() || !refused.isEmpty() || running || !note.isEmpty());
    }
}
