package se.vardrum.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.NotFound;

@SpringBootTest
@Import(World.class)
class ChangeVisitTypeTests {

    @Autowired
    World world;

    @Autowired
    VisitTypes types;

    @Autowired
    ChangeVisitType change;

    private Actor.Staff administrator;
    private CareUnitId unit;

    @BeforeEach
    void begin() {
        world.begin();
        var it = world.anna;
        administrator = new Actor.Staff(
                it.practitioner(),
                it.role(),
                it.name(),
                it.title(),
                it.unit(),
                it.unitName(),
                EnumSet.of(Actor.Right.ADMINISTRATOR));
        unit = new CareUnitId(it.unit());
    }

    @Test
    void onlyTheUnitsAdministratorChangesAnything() {
        var it = types.find("video-visit", unit).orElseThrow();
        assertThatThrownBy(() -> change.change(world.anna, it)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> change.add(world.head, it)).isInstanceOf(NotFound.class);
        assertThat(types.find("video-visit", unit).orElseThrow().unit()).isNull();
    }

    @Test
    void aTypeThatIsAddedGetsAKeyOfItsNameAndNeverOneThatIsTaken() {
        var it = types.find("video-visit", unit).orElseThrow();
        for (int n = 0; n < 2; n++) change.add(administrator, named(it, "Gruppsamtal på länk"));
        change.add(administrator, named(it, "New"));
        change.add(administrator, named(it, "手紙"));
        assertThat(types.of(unit))
                .extracting(VisitType::key)
                .contains("gruppsamtal-pa-lank", "gruppsamtal-pa-lank-2", "new-2", "type");
        assertThat(types.of(new CareUnitId(world.stranger.unit()))).hasSize(5);
    }

    @Test
    void whatWasChangedIsChangedAgainInItsPlace() {
        var it = types.find("video-visit", unit).orElseThrow();
        change.change(administrator, named(it, "Digitalt vårdmöte"));
        change.change(administrator, named(it, "Videobesök hos oss"));
        assertThat(types.find("video-visit", unit).orElseThrow().name("sv")).isEqualTo("Videobesök hos oss");
        assertThat(types.of(unit)).hasSize(5);
    }

    @Test
    void aKeyThatIsNoneIsNotFound() {
        assertThat(types.find("\u0000", unit)).isEmpty();
        assertThat(types.find("Video Visit", unit)).isEmpty();
    }

    private static VisitType named(VisitType it, String name) {
        return new VisitType(
                it.key(),
                it.unit(),
                name,
                it.nameEn(),
                it.aboutSv(),
                it.aboutEn(),
                it.guests(),
                it.staff(),
                it.maxProxies(),
                it.linksAt(),
                it.generalLink(),
                it.heading(),
                it.defaultMinutes(),
                it.reminders(),
                it.active(),
                it.position());
    }
}
