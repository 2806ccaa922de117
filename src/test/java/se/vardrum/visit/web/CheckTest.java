package se.vardrum.visit.web;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;

/** A visit whose guest tries the devices in a real browser. */
abstract class CheckTest {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    CheckPeople people;

    AppointmentId visit;

    @BeforeEach
    void aVisit() {
        world.begin();
        visit = world.booked();
    }
}
