package se.vardrum.overview.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the patient list may show.
 *
 * @param tab "today", "upcoming" or "guest"
 * @param unitChoice the reader may see the whole unit's list
 * @param wholeUnit and has chosen it
 * @param administrator changes the types of visit of the unit
 * @param q the filter as typed
 */
public record VisitsView(
        String tab, boolean unitChoice, boolean wholeUnit, boolean administrator, String q, List<Tab> tabs, Rows list) {

    /** A choice above the list. */
    public record Tab(String id, String label, String href, boolean chosen) {}

    /**
     * The list itself.
     *
     * @param day today, in full
     * @param beyond how many more there are than the rows
     */
    public record Rows(String tab, boolean wholeUnit, String q, String day, List<Row> rows, int beyond) {
        /** Where the list itself is, for coming back to it. */
        public String back() {
            return "/visits?tab=" + tab + (wholeUnit ? "&unit=true" : "");
        }

        public boolean guest() {
            return tab.equals("guest");
        }
    }

    /** What one presses in a row. */
    public enum Act {
        OPEN,
        START,
        JOIN
    }

    /**
     * One visit.
     *
     * @param day null when it is today
     * @param ready how far each has come; empty for a visit that is over
     * @param entering asked before one goes in
     * @param mayBeLate the time is near, and the reader may promise another
     * @param patient null in a list that must not say; then {@code unit} stands there
     */
    public record Row(
            String id,
            String time,
            @Nullable String day,
            @Nullable String patient,
            String age,
            String reason,
            String type,
            String unit,
            String responsible,
            List<TagView> tags,
            Act act,
            boolean quiet,
            List<ReadyView> ready,
            boolean mayBeLate,
            @Nullable Entering entering) {}

    /** Where this very list is, with that tail. */
    public String url(String path) {
        return path + "?tab=" + tab + (wholeUnit ? "&unit=true" : "");
    }
}
