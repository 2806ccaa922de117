package se.vardrum.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.access.Actor;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.Directory;
import se.vardrum.directory.ImportDirectory;
import se.vardrum.directory.PractitionerRole;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.Patients;

@SpringBootTest
class SeedDemoTests {

    @Autowired
    SeedDemo seedDemo;

    @Autowired
    Directory directory;

    @Autowired
    ImportDirectory importDirectory;

    @Autowired
    Patients patients;

    @Autowired
    JdbcClient sql;

    @Test
    void thereIsARegionWithItsUnitsRolesAndPeople() {
        assertThat(count("care_unit")).isGreaterThanOrEqualTo(40);
        assertThat(count("practitioner")).isGreaterThanOrEqualTo(1200);
        assertThat(sql.sql("select count(distinct title) from practitioner_role")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(10);
        assertThat(sql.sql("select count(*) from care_unit where hsa_id !~ '^SE[0-9]{10}-[A-Za-z0-9]{1,18}$'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select count(*) from practitioner where hsa_id !~ '^SE[0-9]{10}-[A-Za-z0-9]{1,18}$'")
                        .query(Long.class)
                        .single())
                .isZero();
        var region = directory.units(null);
        assertThat(region).extracting(CareUnit::name).containsExactly("Region Testberga");
        assertThat(directory.units(region.getFirst().id()))
                .extracting(CareUnit::name)
                .contains("Nära vård", "Testberga sjukhus");
    }

    @Test
    void thoseOfTheReadmeAreThereOnceEach() {
        for (var name : List.of("Anna Lindgren", "Daniel Ek", "Eva Holm", "Karin Sund")) {
            assertThat(directory.search(name, 20))
                    .extracting(PractitionerRole::name)
                    .filteredOn(name::equals)
                    .hasSize(1);
            assertThat(directory.search(name, 1).getFirst().unitName()).isEqualTo("Testberga vårdcentral");
        }
        assertThat(directory.search("anna lindgren", 1).getFirst().title()).isEqualTo("Sjuksköterska");
        assertThat(directory.search("eva holm", 1).getFirst().title()).isEqualTo("Läkare");
        assertThat(directory.search("karin sund", 1).getFirst().rights())
                .containsExactlyInAnyOrder(Actor.Right.ADMINISTRATOR, Actor.Right.UNIT_LIST);
    }

    @Test
    void thePatientsAreFoundByNameWhereThoseOfTheReadmeWorkAndNowhereElse() {
        for (var name : List.of("Anna Lindgren", "Amir Haddad"))
            assertThat(patients.search(role(name), "jake nord", 5))
                    .isInstanceOfSatisfying(
                            Patients.Found.Some.class,
                            it -> assertThat(it.patients()).hasSize(1));
        var elsewhere = sql.sql("""
                        select r.id from practitioner_role r
                        where not exists (select from unit_patient where unit_id = r.unit_id) order by r.id limit 1
                        """).query(UUID.class).single();
        assertThat(patients.search(
                        directory
                                .role(new PractitionerRoleId(elsewhere))
                                .orElseThrow()
                                .actor(),
                        "jake nord",
                        5))
                .isEqualTo(new Patients.Found.Some(List.of(), false));
    }

    private Actor.Staff role(String name) {
        return directory.search(name, 1).getFirst().actor();
    }

    @Test
    void aMessageNeverTellsThatItIsAboutPsychiatry() {
        assertThat(sql.sql("select message_name from care_unit")
                        .query(String.class)
                        .list())
                .noneMatch(
                        it -> it.matches(
                                "(?i).*(psyk|beroende|kvinno|barnmorske|ätstörning|ungdom|onkolog|palliativ|habilitering|asyl).*"));
    }

    @Test
    void thereAreNoVisitsAndNoMessages() {
        for (var table : List.of("appointment", "message", "caught_message", "draft"))
            assertThat(count(table)).isZero();
    }

    @Test
    void seedingAgainChangesNothing() {
        var before = everything();
        seedDemo.afterSingletonsInstantiated();
        assertThat(everything()).isEqualTo(before);
        // and also when the same directory is imported anew
        var units = DemoUnit.all();
        importDirectory.units(units.stream().map(DemoUnit::unit).toList());
        importDirectory.people(new DemoStaff(java.util.Set.of()).at(units.get(2)));
        importDirectory.people(DemoStaff.NAMED);
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        return sql.sql("""
                select concat_ws(' ',
                  (select md5(string_agg(t::text || t.xmin, ',' order by id)) from care_unit t),
                  (select md5(string_agg(t::text || t.xmin, ',' order by id)) from practitioner t),
                  (select md5(string_agg(t::text || t.xmin, ',' order by id)) from practitioner_role t),
                  (select md5(string_agg(t::text || t.xmin, ',' order by id)) from person t),
                  (select md5(string_agg(t::text || t.xmin, ',' order by id)) from patient_profile t),
                  (select md5(string_agg(t::text || t.xmin, ',' order by value)) from person_identifier t))
                """).query(String.class).single();
    }

    private long count(String table) {
        return sql.sql("select count(*) from " + table).query(Long.class).single();
    }
}
