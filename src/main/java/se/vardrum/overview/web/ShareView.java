package se.vardrum.overview.web;

import org.jspecify.annotations.Nullable;

/**
 * The general link on the visit's page, for who may change the visit.
 *
 * @param url null when there is none now
 * @param version which one is shown
 * @param later there will be one when the visit has started
 * @param revoked it was taken back, and a new one can be made by a press
 * @param reason one can be made, for a reason
 * @param spread old links are tried so often that this one may have spread too
 */
public record ShareView(
        @Nullable String url, int version, boolean later, boolean revoked, boolean reason, boolean spread) {

    static final ShareView NONE = new ShareView(null, 0, false, false, false, false);

    public boolean shown() {
        return url != null || later || revoked || reason || spread;
    }
}
