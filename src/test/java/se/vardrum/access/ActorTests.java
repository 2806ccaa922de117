package se.vardrum.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class ActorTests {

    private final UUID role = UUID.randomUUID();

    @Test
    void theSessionsTableKnowsTheOneSignedInByAnIdThatFitsThere() {
        var long100 = "Å".repeat(100);
        var staff = new Actor.Staff(
                UUID.randomUUID(), role, long100, long100, UUID.randomUUID(), long100, Set.of(Actor.Right.values()));
        var patient = new Actor.Patient(role, long100);

        assertThat(UsernamePasswordAuthenticationToken.authenticated(staff, null, Set.of())
                        .getName())
                .isEqualTo(role.toString());
        assertThat(UsernamePasswordAuthenticationToken.authenticated(patient, null, Set.of())
                        .getName())
                .isEqualTo(role.toString());
    }
}
