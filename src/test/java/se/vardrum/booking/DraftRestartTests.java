package se.vardrum.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import se.vardrum.TestDatabase;
import se.vardrum.Vardrum;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.VisitType;
import se.vardrum.appointment.VisitTypes;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.Ids;

/** A draft lives in the database alone: another start of the program finds it as it was left. */
class DraftRestartTests {

    private final String database = TestDatabase.fresh();

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Vardrum.class, World.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "this test",
                                Map.of(
                                        "server.port", "0",
                                        "vardrum.database.url", database,
                                        "vardrum.database.user", "postgres",
                                        "vardrum.secret-file", TestDatabase.secret(),
                                        "vardrum.demo", "false"))))
                .run();
    }

    @Test
    void aRestartFindsTheDraftAtTheSameStepWithEveryLetter() {
        Draft left;
        Actor.Staff anna;
        try (var first = start()) {
            var world = first.getBean(World.class);
            world.begin();
            anna = world.anna;
            var drafts = first.getBean(Drafts.class);
            var type = first.getBean(VisitTypes.class)
                    .find(VisitType.VIDEO_VISIT, new CareUnitId(anna.unit()))
                    .orElseThrow();
            var begun = drafts.begin(anna, world.jake.id(), type, Draft.Children.EMPTY);
            left = drafts.change(
                    anna,
                    begun.id(),
                    Draft.Step.PARTICIPANTS,
                    it -> new Draft.Content(
                            new Draft.Details("akn", "två\nrader", "27/", "1", "45", ""),
                            List.of(new Draft.Guest(Ids.next(), "Erik", "Sjö", "+46701740610", null, "en", null)),
                            List.of(world.daniel.role()),
                            new Draft.HalfGuest("Lei", "", "070", "", "sv"),
                            new Draft.PatientContact("070-1", true, ""),
                            new Draft.Children(List.of(world.ove.person().value()), true, "En mening."),
                            null));
        }
        try (var second = start()) {
            var found = second.getBean(Drafts.class).find(anna, left.id()).orElseThrow();
            assertThat(found.content()).isEqualTo(left.content());
            assertThat(found.step()).isEqualTo(Draft.Step.PARTICIPANTS);
        }
    }
}
