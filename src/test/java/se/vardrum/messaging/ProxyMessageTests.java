package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.World.Guardian;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.demo.CaughtMessages;
import se.vardrum.patient.ChildRules;
import se.vardrum.patient.Company;
import se.vardrum.patient.ImportFamilies.Own;
import se.vardrum.patient.MakeProfile;
import se.vardrum.patient.PersonId;

/** What really goes out to a proxy. */
@SpringBootTest
@Import(World.class)
class ProxyMessageTests {

    @Autowired
    World world;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Appointments appointments;

    @Autowired
    CaughtMessages caught;

    @Autowired
    MakeProfile makeProfile;

    @Autowired
    JdbcClient sql;

    private PersonId child;

    @BeforeEach
    void aChildThroughOve() {
        world.begin();
        child = world.child(12, 0, Own.NONE, new Guardian(world.ove, true));
    }

    @Test
    void theProxyIsToldWhenAndWhereButNotWhoseVisitItIs() {
        var text = toTheProxy(booked());
        assertThat(text)
                .startsWith("Du är ombud vid ett digitalt besök")
                .contains("Testberga vårdcentral", "/mina")
                .doesNotContain("Liv", "Nordin", "Akne", "/b/");
    }

    @Test
    void aProxyWithProtectedIdentityIsRungOrToldAtARegisteredNumberWithoutTheUnit() {
        sql.sql("update person set protected_identity = true where id = :id")
                .param("id", world.ove.person().value())
                .update();
        var rung = booked();
        assertThat(appointments.callPatientTaskOpen(rung)).isTrue();
        assertThat(deliveries.of(rung)).isEmpty();

        makeProfile.through(world.signedIn(world.ove), child, "+46701740641");
        assertThat(toTheProxy(booked()))
                .startsWith("Du är ombud vid ett digitalt besök")
                .doesNotContain("Testberga", "390 06 00");
    }

    private int booked = 1;

    private AppointmentId booked() {
        return world.booked(
                world.anna,
                world.request(
                        world.through(child, world.ove),
                        ChildRules.VISIT,
                        World.inDays(booked++),
                        new Company(List.of(world.ove.person()), true, "")));
    }

    private String toTheProxy(AppointmentId id) {
        ParticipantId proxy = appointments.participants(id).stream()
                .filter(it -> it.kind() == ParticipantKind.PROXY)
                .findFirst()
                .orElseThrow()
                .id();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.summary(id).finished());
        return caught.newest(Optional.empty(), 50).stream()
                .filter(it -> it.participant().equals(proxy))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
