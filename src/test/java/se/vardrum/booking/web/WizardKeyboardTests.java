package se.vardrum.booking.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.vardrum.Browser;

/** The wizard by keyboard alone. */
class WizardKeyboardTests extends WizardBrowserTest {

    private static final int FARTHEST = 80;

    @Test
    void fromThePatientToTheDonePageByKeyboardAlone() {
        page = Browser.desktop(port);
        signIn("Anna Lindgren");
        page.navigate("/bookings/new");
        assertThat(page.getByLabel("Sök patient")).isFocused();
        page.keyboard().type("Jake Nordin");
        var hit = page.locator("#hits").getByRole(AriaRole.LINK).first();
        assertThat(hit).containsText("Jake Nordin");
        Browser.isForEveryone(page, "find the patient");
        enter(hit);
        assertThat(button("Videobesök")).isVisible();
        Browser.isForEveryone(page, "visit types");
        enter(button("Videobesök"));

        assertThat(heading("Skapa ett nytt videobesök")).isVisible();
        Browser.isForEveryone(page, "step 1, empty");
        enter(button("Nästa"));
        assertThat(page.locator("#problems")).isFocused();
        Browser.isForEveryone(page, "step 1, problems");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter"); // the first link of the summary leads into its field
        assertThat(page.getByLabel("Sökorsak")).isFocused();
        page.keyboard().type("finnar");
        assertThat(page.locator("#reason-list").getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("ArrowDown");
        Browser.axe(page, "step 1, suggestions");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Sökorsak")).hasValue("Aknebesvär");
        type(page.getByLabel("Datum", exactly()), LocalDate.now().plusDays(40).toString());
        type(page.getByLabel("Tid", exactly()), "1430");
        page.keyboard().press("Enter");

        assertThat(heading("Lägg till deltagare")).isVisible();
        type(page.getByLabel("Förnamn"), "Erik");
        type(page.getByLabel("Efternamn"), "Sjö");
        type(page.getByLabel("Mobilnummer"), "070-17");
        page.keyboard().press("Enter");
        assertThat(page.locator("#problems")).isFocused();
        Browser.isForEveryone(page, "step 2, a guest's problem");
        tabTo(page.getByLabel("Mobilnummer"));
        page.keyboard().press("Control+A");
        page.keyboard().type("070-174 06 32");
        page.keyboard().press("Enter");
        assertThat(page.getByText("Deltagare (3)")).isVisible();
        assertThat(page.getByLabel("Förnamn")).isFocused();
        Browser.isForEveryone(page, "step 2, guest added");

        tabTo(page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Gäst")));
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        type(page.getByLabel("Sök sjukvårdspersonal"), "Daniel Ek");
        var daniel = page.locator("#found").getByRole(AriaRole.RADIO).first();
        assertThat(page.locator("#found").getByText("Daniel Ek", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        tabTo(daniel);
        page.keyboard().press("Space");
        assertThat(page.locator("#found")
                        .getByText("Kommer inte att kunna se någon annan patientinformation än titel och beskrivning av"
                                + " denna händelse.")
                        .first())
                .isVisible();
        Browser.isForEveryone(page, "step 2, colleague chosen");
        enter(button("Lägg till"));
        assertThat(page.getByText("Deltagare (4)")).isVisible();
        var nurses = page.locator("summary", new Page.LocatorOptions().setHasText("Sjuksköterska"))
                .first();
        enter(nurses);
        assertThat(page.locator(".tree").getByRole(AriaRole.RADIO).first()).isVisible();
        Browser.isForEveryone(page, "step 2, tree");
        enter(button("Nästa"));

        assertThat(page.getByText("kl 14:30–15:00").first()).isVisible();
        Browser.isForEveryone(page, "step 3");
        enter(button("Avbryt"));
        assertThat(button("Ja, ta bort")).isVisible();
        Browser.axe(page, "giving up");
        page.keyboard().press("Escape");
        assertThat(button("Avbryt")).isFocused();
        enter(button("Skapa och skicka inbjudningar"));

        assertThat(heading("Alla inbjudningar har skickats")).isVisible();
        Browser.isForEveryone(page, "done page");
        enter(button("Kopiera länk"));
        assertThat(page.getByText("Länken är kopierad").first()).isVisible();
        tabTo(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gå till besöket")));
        Browser.complainedOfNothing();
    }

    /** Every key that is not text: Tab, Enter and arrows, from the patient list to the last button. */
    @Test
    void aKnownPatientIsBookedWithTwelveKeysBesideTheText() {
        page = Browser.desktop(port);
        signIn("Eva Holm");
        page.navigate("/visits");
        var keys = new Keys();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Boka digitalt besök")))
                .isFocused();
        keys.press("Enter");
        assertThat(page.getByLabel("Sök patient")).isFocused();
        page.keyboard().type("Jake Nordin");
        keys.press("Enter");
        assertThat(button("Videobesök")).isFocused();
        keys.press("Enter");
        assertThat(page.getByLabel("Sökorsak")).isFocused();
        page.keyboard().type("finnar");
        assertThat(page.locator("#reason-list").getByRole(AriaRole.OPTION)).hasCount(1);
        keys.press("Tab");
        assertThat(page.getByLabel("Sökorsak")).hasValue("Aknebesvär");
        keys.press("Tab");
        page.keyboard().type(LocalDate.now().plusDays(41).toString());
        keys.press("Tab");
        page.keyboard().type("1430");
        keys.press("Enter");
        assertThat(page.getByLabel("Förnamn")).isFocused();
        keys.press("Enter");
        assertThat(heading("Bekräfta och skicka")).isFocused();
        var create = button("Skapa och skicka inbjudningar");
        for (int n = 0; n < 5 && !(boolean) create.evaluate("it => it === document.activeElement"); n++)
            keys.press("Tab");
        keys.press("Enter");
        assertThat(heading("Alla inbjudningar har skickats")).isVisible();
        org.assertj.core.api.Assertions.assertThat(keys.pressed).isLessThanOrEqualTo(12);
    }

    private class Keys {
        private int pressed;

        void press(String key) {
            page.keyboard().press(key);
            pressed++;
        }
    }

    private void enter(Locator target) {
        tabTo(target);
        page.keyboard().press("Enter");
    }

    private void type(Locator field, String text) {
        tabTo(field);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** As somebody without a mouse: press Tab until it is there, and see that the focus shows and is on the screen. */
    private void tabTo(Locator target) {
        assertThat(target).isVisible();
        for (int i = 0; i < FARTHEST; i++) {
            if ((boolean) target.evaluate("it => it === document.activeElement")) {
                assertThat((boolean) target.evaluate("""
                                it => { const at = it.getBoundingClientRect();
                                  const on = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
                                  return at.bottom > 0 && at.top < innerHeight && !!on && (on === it || it.contains(on) || on.contains(it)); }
                                """))
                        .as("%s has the focus but cannot be seen", target)
                        .isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way to " + target + " by keyboard");
    }
}
