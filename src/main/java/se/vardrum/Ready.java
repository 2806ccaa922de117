package se.vardrum;

import org.springframework.context.ApplicationContext;
import se.vardrum.page.Site;

/** What the one who started Vårdrum reads last: where it is. */
final class Ready {

    private Ready() {}

    static void say(ApplicationContext started) {
        var env = started.getEnvironment();
        var url = started.getBean(Site.class).url();
        if (env.getProperty("server.port", "").equals("0")) {
            url = "http://localhost:" + env.getProperty("local.server.port");
        }
        System.out.println("Vårdrum: " + url);
    }
}
