package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A register nobody answers at stops no booking, and the booker is told. */
@TestPropertySource(properties = {"vardrum.register.url=https://localhost:1/persons", "vardrum.register.pause=1ms"})
class RegisterNoticeTests extends WizardTest {

    @Test
    void theBookingGoesOnWithoutTheRegisterAndSaysSo() {
        var page = anna.see("/bookings/new?patient=" + world.jake.id().value());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Folkbokföringen svarar inte just nu.", "bokningen fungerar ändå.", "Videobesök");
        assertThat(anna.begin(world.jake.id().value())).isNotEmpty();
    }

    @Test
    void aPatientIsCreatedByHandMeanwhile() {
        assertThat(anna.press("/bookings/patients/new", "q", "20080908-2381").body())
                .contains("Folkbokföringen svarar inte just nu. Skriv namnet för hand");
        assertThat(anna.press("/bookings/patients/new", "q", "22950606FH20").body())
                .doesNotContain("Folkbokföringen");
    }
}
