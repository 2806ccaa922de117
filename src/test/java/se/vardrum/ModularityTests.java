package se.vardrum;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house: what each module may use stands in its package-info, and these rules hold everywhere. */
class ModularityTests {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.vardrum");

    private static final Path MAP = Path.of("docs/map.md");

    /** As it was before any test: a repeated one finds it mended. */
    private static final String FOUND = read(MAP);

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void modulesKeepToTheirRooms() {
        ApplicationModules.of(Vardrum.class).detectViolations().throwIfPresent(); // verify() says yes the second time
    }

    /** docs/map.md is written here and never by hand; a change of the walls shows in the commit that made it. */
    @Test
    void theMapShowsTheHouseAsItIs() throws IOException {
        var map = new StringBuilder("""
                # The modules and what each really uses

                Written by `ModularityTests`; an arrow is a use in the code. What each may use stands in its `package-info.java`.

                ```mermaid
                graph BT
                """);
        ApplicationModules.of(Vardrum.class).stream()
                .sorted(Comparator.comparing(it -> it.getIdentifier().toString()))
                .forEach(module -> HOUSE.stream()
                        .filter(it -> roomOf(it.getPackageName())
                                .equals(module.getIdentifier().toString()))
                        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                        .map(it -> roomOf(it.getTargetClass().getPackageName()))
                        .filter(it -> !it.isEmpty()
                                && !it.equals(module.getIdentifier().toString()))
                        .distinct()
                        .sorted()
                        .forEach(used -> map.append("  %s --> %s%n".formatted(module.getIdentifier(), used))));
        map.append("```\n");
        if (!FOUND.contentEquals(map)) Files.writeString(MAP, map);
        assertThat(FOUND)
                .as("docs/map.md was out of date; it is written anew: commit it")
                .isEqualTo(map.toString());
    }

    private static String roomOf(String packageName) {
        var parts = packageName.split("\\.");
        return packageName.startsWith("se.vardrum.") ? parts[2] : "";
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
