package se.vardrum.overview.web;

import java.util.List;

/** Everything "Mina besök" may show. */
public record MineView(List<Card> upcoming, List<Card> earlier) {

    /** @param running somebody of the staff is there already; @param state of one that is over, in words */
    public record Card(
            String id,
            String reason,
            String when,
            String type,
            String unit,
            String responsible,
            String responsibleTitle,
            boolean running,
            String state) {}
}
