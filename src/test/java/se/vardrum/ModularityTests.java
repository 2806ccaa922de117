package se.vardrum;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: what each module may use stands in its package-info, and these rules hold everywhere. */
class ModularityTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.vardrum");

    @Test
    void modulesKeepToTheirRooms() {
        ApplicationModules.of(Vardrum.class).verify();
    }

    @Test
    void aTableIsKnownToItsOwnModuleAlone() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Table")
                .should()
                .bePackagePrivate()
                .check(HOUSE);
    }

    @Test
    void onlyTablesSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Table")
                .and()
                .doNotHaveSimpleName("AccessLog")
                .and()
                .doNotHaveSimpleName("Wake")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(HOUSE);
    }

    @Test
    void noUseCaseKnowsItsPages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat(resideInAPackage("se.vardrum..web.."))
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(HOUSE);
    }
}
