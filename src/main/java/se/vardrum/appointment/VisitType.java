package se.vardrum.appointment;

import java.util.Optional;

/** What kind of visit is booked; its name in both languages is the text "appointment.type.KEY". */
public enum VisitType {
    VIDEO_VISIT("video-visit");

    private final String key;

    VisitType(String key) {
        this.key = key;
    }

    /** As it stands in addresses, forms and the database. */
    public String key() {
        return key;
    }

    public static Optional<VisitType> of(String key) {
        for (var type : values()) {
            if (type.key.equals(key)) return Optional.of(type);
        }
        return Optional.empty();
    }
}
