package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.FakeGateway.Sms;

/** The product with a real SMPP server, both kept for all tests that come here. */
@SpringBootTest(
        properties = {
            "vardrum.test.demo=false",
            "vardrum.smpp.host=127.0.0.1",
            "vardrum.smpp.sender=Vardrum",
            "vardrum.smpp.answer-within=6s",
            "vardrum.smpp.reconnect=50ms",
            "vardrum.messaging.first-pause=100ms",
            "db-scheduler.polling-interval=100ms"
        })
abstract class AgainstGateway {

    static final FakeGateway GATEWAY = new FakeGateway().open();
    static final Duration PATIENCE = Duration.ofSeconds(60);

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("vardrum.smpp.port", () -> GATEWAY.port);
    }

    @Autowired
    ApplicationContext app;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Appointments appointments;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    ChangeParticipants change;

    @Autowired
    Resend resend;

    @Autowired
    JdbcClient sql;

    Practice practice;

    @BeforeEach
    void quiet() {
        practice = new Practice(app);
        practice.startAfter(sql);
        GATEWAY.open(); // whatever became of the test before
        GATEWAY.manner = FakeGateway.DECIMAL;
        GATEWAY.next.clear();
        await().atMost(PATIENCE)
                .until(() -> sql.sql("select count(*) from message where state = 'DUE'")
                                .query(Integer.class)
                                .single()
                        == 0);
        GATEWAY.acknowledged.clear();
    }

    Participant guest(AppointmentId id) {
        return appointments.participants(id).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
    }

    void awaitStates(AppointmentId id, State... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(id))
                        .extracting(Delivery::state)
                        .containsExactlyInAnyOrder(states));
    }

    int tasks(AppointmentId id) {
        return sql.sql("""
                select count(*) from scheduled_tasks where task_instance like :id || '.%'
                """)
                .param("id", id.value().toString())
                .query(Integer.class)
                .single();
    }

    static List<Sms> to(String number) {
        return GATEWAY.acknowledged.stream()
                .filter(it -> number.equals("+" + it.to()))
                .toList();
    }

    static boolean whole(List<Sms> parts) {
        return !parts.isEmpty() && parts.size() == parts.getFirst().of();
    }

    static String text(List<Sms> parts) {
        return parts.stream()
                .sorted(java.util.Comparator.comparing(Sms::part))
                .map(Sms::text)
                .collect(java.util.stream.Collectors.joining());
    }
}
