package se.vardrum.access.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.vardrum.page.Languages;
import se.vardrum.page.Site;

/** Where there is no way to sign in: says so, and to whom that matters, instead of showing an empty page. */
@Controller
@Conditional(LoginPage.NoWayIn.class)
class LoginPage {

    private static final Logger LOG = LoggerFactory.getLogger(LoginPage.class);

    private final Languages languages;

    LoginPage(Languages languages) {
        this.languages = languages;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayAtStart() {
        LOG.warn(languages.of("en").say("access.login.none"));
    }

    @GetMapping("/login")
    String none() {
        return "access/web/login";
    }

    static class NoWayIn extends NoneNestedConditions {

        NoWayIn() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @Conditional(Site.Demo.class)
        static class DemoSignIn {}
    }
}
