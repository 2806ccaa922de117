package se.vardrum.overview.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything "Mina besök" may show.
 *
 * @param child whom one acts for on this page; null on the page of the own visits
 * @param children whom one may act for; only on that page
 */
public record MineView(
        List<Card> upcoming, List<Card> earlier, @Nullable Child child, List<Child> children) {

    /** @param reached there is a profile through the reader, so that visits can be booked with messages to the reader */
    public record Child(String id, String name, boolean reached) {}

    /**
     * One visit.
     *
     * @param running somebody of the staff is there already
     * @param now what one can do, for one to come
     * @param state of one that is over, in words
     */
    public record Card(
            String id,
            String reason,
            String when,
            String type,
            String unit,
            String responsible,
            String responsibleTitle,
            boolean running,
            String now,
            String state) {}
}
