package se.vardrum.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.access.Actor;
import se.vardrum.directory.ImportDirectory.NewPerson;
import se.vardrum.directory.ImportDirectory.NewRole;
import se.vardrum.directory.ImportDirectory.NewUnit;
import se.vardrum.page.NotFound;

@SpringBootTest(properties = "vardrum.test.demo=false")
class DirectoryTests {

    @Autowired
    Directory directory;

    @Autowired
    ImportDirectory importDirectory;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void aSmallDirectory() {
        importDirectory.units(List.of(
                unit("C", "A", "Öppenvård"), // its parent stands later in the list
                unit("A", null, "Region"),
                unit("B", "A", "Akuten"),
                unit("D", "A", "Åsen")));
        importDirectory.people(List.of(
                person("1", "Daniel", "Ek", "Sjuksköterska", "B"),
                person("2", "Erik", "Danielsson Ek", "Läkare", "B"),
                person("3", "Anna-Karin", "Öberg", "Läkare", "B"),
                person("4", "Zoë", "Ekdahl", "Läkare", "C"),
                person("5", "Ekrem", "Dağ", "Sjuksköterska", "B"),
                person("6", "Dana", "Ekberg", "Sjuksköterska", "B")));
    }

    @Test
    void findsByTheBeginningOfEveryWordInAnyOrderWhateverTheAccents() {
        assertThat(found("ek dan")).containsExactly("Daniel Ek", "Erik Danielsson Ek", "Dana Ekberg");
        assertThat(found("dan ek")).containsExactly("Daniel Ek", "Erik Danielsson Ek", "Dana Ekberg");
        assertThat(found("oberg")).containsExactly("Anna-Karin Öberg");
        assertThat(found("Öberg")).containsExactly("Anna-Karin Öberg");
        assertThat(found("Öberg, Anna-Karin")).containsExactly("Anna-Karin Öberg");
        assertThat(found("karin")).containsExactly("Anna-Karin Öberg");
        assertThat(found("zoe")).containsExactly("Zoë Ekdahl");
        assertThat(found("dag")).containsExactly("Ekrem Dağ");
        assertThat(found("iel")).isEmpty();
    }

    @Test
    void theNameItselfComesFirst() {
        assertThat(found("ek")).first().isEqualTo("Daniel Ek");
    }

    @Test
    void nothingTypedAndSignsOnlyFindNobody() {
        for (var nothing : List.of("", "   ", "%", "_", "'", "\\", "--"))
            assertThat(found(nothing)).isEmpty();
    }

    @Test
    void noMoreThanAsked() {
        assertThat(directory.search("ek", 2)).hasSize(2);
    }

    @Test
    void theTreeIsSortedAsSwedesSort() {
        var region = directory.units(null).getFirst();
        assertThat(region.name()).isEqualTo("Region");
        assertThat(directory.units(region.id()))
                .extracting(CareUnit::name)
                .containsExactly("Akuten", "Åsen", "Öppenvård");
        assertThat(directory.units(region.id())).allMatch(it -> region.id().equals(it.parent()));
    }

    @Test
    void fromUnitToTitleToPeople() {
        var akuten = directory.units(directory.units(null).getFirst().id()).getFirst();
        assertThat(directory.titles(akuten.id()))
                .containsExactly(new Directory.Title("Läkare", 2), new Directory.Title("Sjuksköterska", 3));
        assertThat(directory.people(akuten.id(), "Läkare"))
                .extracting(PractitionerRole::name)
                .containsExactly("Erik Danielsson Ek", "Anna-Karin Öberg");
    }

    @Test
    void rolesAreFoundByTheirIds() {
        var daniel = directory.search("daniel ek", 1).getFirst();
        assertThat(directory.role(daniel.id())).contains(daniel);
        assertThat(directory.roles(List.of(daniel.id(), new PractitionerRoleId(UUID.randomUUID()))))
                .containsOnlyKeys(daniel.id());
        assertThat(daniel.rights()).containsExactly(Actor.Right.UNIT_LIST);
        assertThat(directory.unit(daniel.unit()).name()).isEqualTo(daniel.unitName());
        assertThatThrownBy(() -> directory.unit(new CareUnitId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void importingAgainKeepsIdsAndTakesOverANewName() {
        var before = directory.search("daniel ek", 1).getFirst();
        importDirectory.people(List.of(person("1", "Daniel", "Ekman", "Sjuksköterska", "B")));
        assertThat(directory.role(before.id()).orElseThrow().name()).isEqualTo("Daniel Ekman");
    }

    @Test
    void aSearchInAnyDirectorySizeGoesThroughTheIndex() {
        sql.sql("""
                insert into practitioner (id, hsa_id, first_name, last_name)
                select gen_random_uuid(), 'X' || n, md5(n::text), md5((n + 1)::text) from generate_series(1, 20000) n
                on conflict do nothing
                """).update();
        sql.sql("vacuum analyze practitioner").update();
        var plan = String.join(
                "\n",
                sql.sql("explain select 1 from practitioner where sought like '% lindg%'")
                        .query(String.class)
                        .list());
        assertThat(plan).contains("practitioner_sought");
    }

    private List<String> found(String text) {
        return directory.search(text, 10).stream().map(PractitionerRole::name).toList();
    }

    private static NewUnit unit(String id, String parent, String name) {
        return new NewUnit(id, parent, name, name, "+46313900600", "Europe/Stockholm");
    }

    private static NewPerson person(String id, String first, String last, String title, String unit) {
        return new NewPerson(id, first, last, List.of(new NewRole(unit, title, Set.of(Actor.Right.UNIT_LIST))));
    }
}
