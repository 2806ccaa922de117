package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import se.vardrum.Browser;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;

/** Links to try devices by, and how a page of the device check is used and looked at. */
@TestComponent
class CheckPeople {

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    Site site;

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
            assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as(what + " scrolls sideways at " + width + " px")
                    .isTrue();
            Browser.picture(page, "check/" + what + "-" + width);
        }
    }
}
