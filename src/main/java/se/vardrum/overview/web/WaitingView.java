package se.vardrum.overview.web;

import java.util.List;

/**
 * What stands on every page of the staff while somebody waits.
 *
 * @param href where they are
 * @param ids who they are, so that a script knows when somebody new is there
 * @param notice for outside the page: no names
 * @param started what colleagues have started of one's own
 */
record WaitingView(int people, String href, String ids, String notice, List<Started> started) {

    record Started(String id, String text) {}
}
