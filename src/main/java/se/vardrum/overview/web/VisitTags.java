package se.vardrum.overview.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import se.vardrum.overview.Readiness;
import se.vardrum.page.Texts;
import se.vardrum.visit.Visit;

/** The state of a visit in a few words: first how far it has come, then what somebody should see to. */
final class VisitTags {

    private VisitTags() {}

    static List<TagView> of(Visit visit, Readiness ready, Texts t, ZoneId zone) {
        return switch (visit.state()) {
            case BOOKED -> booked(visit, ready, t, zone);
            case RUNNING -> running(ready, t, zone);
            case FINISHED ->
                List.of(neutral(
                        visit.endedAt() == null
                                ? t.say("overview.state.finished-some-time")
                                : t.say("overview.state.finished", t.in(zone).time(visit.endedAt()))));
            case CANCELLED -> List.of(neutral(t.say("overview.state.cancelled")));
            case NO_SHOW -> List.of(neutral(t.say("overview.state.no-show")));
            case FAILED -> List.of(neutral(t.say("overview.state.failed")));
        };
    }

    private static List<TagView> running(Readiness ready, Texts t, ZoneId zone) {
        var tags = new ArrayList<TagView>();
        tags.add(new TagView(t.say("overview.state.running"), "success"));
        if (ready.patientSince() != null)
            tags.add(new TagView(
                    t.say("overview.state.patient-waits", t.in(zone).time(ready.patientSince())), "warning"));
        if (ready.othersWait() > 0) {
            tags.add(new TagView(
                    t.count("overview.state.knocking", ready.othersWait()) + byGeneralLink(ready, t), "warning"));
        }
        if (ready.interpreterMissing()) tags.add(interpreterMissing(t));
        return tags;
    }

    private static List<TagView> booked(Visit visit, Readiness ready, Texts t, ZoneId zone) {
        var tags = new ArrayList<TagView>();
        if (visit.promised() != null)
            tags.add(new TagView(t.say("overview.late.promised", t.in(zone).time(visit.promised())), "info"));
        if (ready.patientSince() != null)
            tags.add(new TagView(
                    t.say("overview.state.patient-waits", t.in(zone).time(ready.patientSince())), "success"));
        if (ready.othersWait() > 0) {
            tags.add(new TagView(
                    t.count(
                                    ready.patientWaits() ? "overview.state.others-too" : "overview.state.others-wait",
                                    ready.othersWait())
                            + byGeneralLink(ready, t),
                    "success"));
        }
        if (ready.callPatient()) tags.add(new TagView(t.say("overview.state.call-patient"), "warning"));
        if (ready.interpreterMissing()) tags.add(interpreterMissing(t));
        if (ready.proxyLost()) tags.add(new TagView(t.say("overview.state.proxy-lost"), "warning"));
        if (ready.failedSms() > 0) {
            tags.add(new TagView(t.count("overview.state.sms-failed", ready.failedSms()), "warning"));
        }
        if (ready.failedEmails() > 0) {
            tags.add(new TagView(t.count("overview.state.email-failed", ready.failedEmails()), "warning"));
        }
        if (tags.isEmpty() || tags.size() == 1 && visit.promised() != null)
            tags.add(new TagView(t.say(invitations(ready.invitations())), "info"));
        return tags;
    }

    private static String byGeneralLink(Readiness ready, Texts t) {
        if (ready.byGeneralLink() == 0) return "";
        return ready.byGeneralLink() == ready.othersWait()
                ? t.say("overview.state.by-general")
                : t.say("overview.state.some-by-general", ready.byGeneralLink());
    }

    private static String invitations(Readiness.Invitations it) {
        return switch (it) {
            case NONE -> "overview.state.booked";
            case UNDERWAY -> "overview.state.booked-underway";
            case SENT -> "overview.state.booked-sent";
            case DELIVERED -> "overview.state.booked-delivered";
        };
    }

    private static TagView interpreterMissing(Texts t) {
        return new TagView(t.say("overview.state.interpreter-missing"), "warning");
    }

    private static TagView neutral(String text) {
        return new TagView(text, "neutral");
    }
}
