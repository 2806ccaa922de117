package se.vardrum.overview.web;

import java.util.UUID;

/** Something was asked of a visit that has begun, ended or been called off meanwhile: its page says so. */
class TooLate extends RuntimeException {

    private final UUID visit;
    private final String what;

    /** @param what the last part of a text's key: overview.too-late.WHAT */
    TooLate(UUID visit, String what) {
        super(null, null, false, false);
        this.visit = visit;
        this.what = what;
    }

    UUID visit() {
        return visit;
    }

    String what() {
        return what;
    }
}
