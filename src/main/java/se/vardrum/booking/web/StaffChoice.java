package se.vardrum.booking.web;

import java.util.List;

/**
 * The tab "Vårdpersonal": a search and a tree, out of which one person is chosen.
 *
 * @param chosen the role chosen but not added yet
 * @param ask true when one wants to go on with somebody chosen but not added
 */
public record StaffChoice(Found found, List<Unit> tree, String chosen, boolean ask) {

    public static final StaffChoice NONE = new StaffChoice(new Found("", List.of(), ""), List.of(), "", false);

    /** What a search came to. */
    public record Found(String typed, List<Hit> hits, String said) {}

    /** Somebody to choose; {@code unit} is empty where it is plain from the place. */
    public record Hit(String role, String name, String title, String unit, boolean added, boolean busy) {}

    /** A unit; what is below is there only when it is open. */
    public record Unit(String id, String name, boolean open, Below below) {}

    /** What is right below a unit. */
    public record Below(String unit, List<Unit> units, List<Title> titles) {
        public static Below closed(String unit) {
            return new Below(unit, List.of(), List.of());
        }
    }

    /** A title at a unit; the people are there only when it is open. */
    public record Title(String title, String address, long many, boolean open, List<Hit> people) {}
}
