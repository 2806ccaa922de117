package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import se.vardrum.Browser;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.DeviceCheck.Device;
import se.vardrum.visit.Visits;

/** Links to try devices by, and how a page of the device check is used and looked at. */
@TestComponent
class CheckPeople {

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    Site site;

    @Autowired
    Visits visits;

    /** What is kept of the guest's check; null until there is one. */
    @Nullable
    DeviceCheck check(AppointmentId visit) {
        return visits.checks(List.of(visit)).get(guest(visit).id());
    }

    void kept(AppointmentId visit, Device camera, Device microphone) {
        await("what is kept").untilAsserted(() -> {
            var check = check(visit);
            assertThat(check).isNotNull();
            assertThat(check.found().camera()).isEqualTo(camera);
            assertThat(check.found().microphone()).isEqualTo(microphone);
        });
    }

    void outcome(AppointmentId visit, DeviceCheck.Outcome wanted) {
        await("the outcome").untilAsserted(() -> {
            var check = check(visit);
            assertThat(check).isNotNull();
            assertThat(check.outcome()).isEqualTo(wanted);
        });
    }

    Participant guest(AppointmentId visit) {
        return appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
    }

    String personal(AppointmentId visit) {
        return links.personal(guest(visit).id()).substring(site.url().length());
    }

    String general(AppointmentId visit) {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    /** The page of the check in that language, ready to begin. @param script what is different in this browser */
    Page open(int port, AppointmentId visit, String language, Options how) {
        var options = Browser.options(port, 1280, 844).setPermissions(List.of("camera", "microphone"));
        if (how.userAgent() != null) options.setUserAgent(how.userAgent());
        var page = Browser.page(how.in(), options);
        if (how.script() != null) page.addInitScript(how.script());
        var from = "http://" + how.host() + ":" + port;
        page.context().addCookies(List.of(new Cookie("language", language).setUrl(from)));
        page.navigate(from + personal(visit) + "/check");
        return page;
    }

    /**
     * What is special to one browser.
     *
     * @param in null: the Chromium that tests share
     */
    record Options(
            @Nullable String script,
            @Nullable String userAgent,
            com.microsoft.playwright.@Nullable Browser in,
            String host) {

        static Options script(@Nullable String script) {
            return new Options(script, null, null, "localhost");
        }
    }

    static void begin(Page page) {
        page.locator("#begin").click();
    }

    /** Answers what is asked, until the check is over. */
    static void finish(Page page) {
        page.locator("#play").click();
        page.locator("#heard-yes").click();
        assertThat(page.locator("#verdict")).isVisible();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static void state(Page page, String step, String state) {
        assertThat(page.locator("#step-" + step)).hasAttribute("data-state", state);
    }

    /** At three widths: nothing for axe to find, no sideways scroll, and a picture to look at. */
    static void looksWell(Page page, String what) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 844);
            Browser.axe(page, what + " at " + width + " px");
            await(what + " without scrolling sideways at " + width + " px") // the layout may follow a moment later
                    .pollInSameThread()
                    .until(() -> (boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
            Browser.picture(page, "check/" + what + "-" + width);
        }
    }

    /** Both, asked for everything (bin/soak words); otherwise one, by the name of the case always the same one. */
    static List<String> languages(String what) {
        if (Boolean.getBoolean("vardrum.everything")) return List.of("sv", "en");
        return List.of(what.hashCode() % 2 == 0 ? "sv" : "en");
    }
}
