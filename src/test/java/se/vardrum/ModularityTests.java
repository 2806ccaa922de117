package se.vardrum;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesKeepToTheirRooms() {
        ApplicationModules.of(Vardrum.class).verify();
    }
}
