package se.vardrum.booking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 2, the tab "Tolk": a seat is booked before anybody knows who takes it. */
class InterpreterStepTests extends WizardTest {

    private Booker.Answer interpreter(String kind, String spoken, String reference, String... more) {
        var fields = new java.util.ArrayList<>(
                java.util.List.of("kind", kind, "spoken", spoken, "reference", reference, "firstName", ""));
        fields.addAll(java.util.List.of(more));
        return anna.press(at("interpreters"), fields.toArray(String[]::new));
    }

    private void needs(String kind, String language) {
        sql.sql("update person set interpreter_kind = :kind, interpreter_language = :language where id = :id")
                .param("kind", kind)
                .param("language", language)
                .param("id", world.jake.person().value())
                .update();
    }

    @Test
    void aLanguageIsEnoughAndTheDonePageHasTheLinkAndTheTextForTheAgency() {
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("participants?tab=interpreter")).body())
                .contains("Tolkspråk", "Skriv inget om patienten", "Tolken kommer inte att kunna se några");
        assertThat(interpreter("SPOKEN", "arabiska", "TF-4711").location())
                .endsWith("/participants?tab=interpreter&added=1");
        assertThat(anna.see(at("participants")).body()).contains("Deltagare (3)", "arabiska", "Ta bort Tolk");
        assertThat(anna.see(at("confirm")).body())
                .contains("Deltagare (3)", "id=\"group-interpreter\"", "arabiska")
                .doesNotContain("Sms till tolken");
        var booked = anna.press(at("confirm")).location();
        assertThat(anna.see(booked).body())
                .contains(
                        "arabiska, namnet anges vid ankomsten",
                        "Länk att skicka till förmedlingen",
                        "Tolk: arabiska",
                        "Kopiera text")
                .contains("Språk: arabiska (talspråkstolkning)", "Er referens: TF-4711", "/b/");
    }

    @Test
    void whatThePatientNeedsIsProposedAndAddedInOnePress() {
        needs("SPOKEN", "arabiska");
        details("Aknebesvär", day, "14:30");
        assertThat(anna.see(at("participants")).body())
                .contains("Patienten behöver tolk (arabiska).", "Lägg till tolk");
        assertThat(anna.see(at("participants?tab=interpreter")).body()).contains("value=\"arabiska\"");
        assertThat(anna.press(at("participants"), "kind", "SPOKEN", "spoken", "arabiska", "firstName", "")
                        .location())
                .endsWith("/confirm"); // nothing was written that is not the patient's need
        assertThat(anna.see(at("confirm")).body()).contains("Patienten behöver tolk (arabiska).", "Lägg till tolk");
        anna.press(at("interpreters/needed"));
        anna.press(at("interpreters/needed")); // twice books one
        assertThat(anna.see(at("participants?tab=interpreter")).body())
                .contains("Deltagare (3)")
                .doesNotContain("Patienten behöver tolk");
        assertThat(anna.see(at("confirm")).body()).doesNotContain("Patienten behöver tolk");
        assertThat(anna.press(at("confirm")).location()).endsWith("/booked");
    }

    @Test
    void aSignLanguageNeedsNoMore() {
        details("Aknebesvär", day, "14:30");
        interpreter("SIGNED", "", "");
        assertThat(anna.see(at("confirm")).body()).contains("teckenspråk");
        assertThat(anna.see(anna.press(at("confirm")).location()).body()).contains("Språk: teckenspråk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19121212-1212", "8111218-9876 och 811218-9876", "ref 191212121212"})
    void theReferenceHoldsNoIdentityNumber(String reference) {
        details("Aknebesvär", day, "14:30");
        var refused = interpreter("SPOKEN", "arabiska", reference);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("ser ut som ett personnummer", "value=\"" + reference + "\"");
    }

    @Test
    void aSpokenLanguageIsAskedForAndWhatWasWrittenStays() {
        details("Aknebesvär", day, "14:30");
        var refused = interpreter("SPOKEN", " ", "TF-1", "mobile", "070-17");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Skriv vilket språk tolken ska kunna", "value=\"TF-1\"", "value=\"070-17\"")
                .contains("Numret är för kort");
        var on = anna.press(at("participants"), "kind", "SPOKEN", "spoken", "som", "firstName", "");
        assertThat(on.status()).isEqualTo(422);
        assertThat(on.body()).contains("Du har börjat skriva en tolk.", "Rensa fälten");
        assertThat(anna.press(at("confirm")).body()).contains("Du har börjat skriva en tolk.");
        anna.press(at("interpreters/clear"));
        assertThat(anna.press(at("confirm")).location()).endsWith("/booked");
    }

    @Test
    void anInterpreterWithANumberIsInvitedInWordsOfTheirOwn() {
        details("Aknebesvär", day, "14:30");
        interpreter("SPOKEN", "somaliska", "", "lastName", "Warsame", "mobile", "0701740633");
        assertThat(anna.see(at("confirm")).body()).contains("Sms till tolken", "Du är bokad som tolk vid ett");
        var visit = anna.press(at("confirm")).location().split("/")[2];
        assertThat(sql.sql("select count(*) from message where appointment_id = :id and kind = 'INVITATION'")
                        .param("id", UUID.fromString(visit))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void underProtectedIdentityAnInterpreterNeedsAReasonAndTheTextNamesNoUnit() {
        draft = anna.begin(patient("Siv", "Hemlig", true, null).value());
        details("Aknebesvär", day, "14:30");
        interpreter("SPOKEN", "arabiska", "");
        assertThat(anna.press(at("confirm"), "mobile", "").body()).contains("Skriv varför gäster eller tolk behöver");
        var done = anna.see(anna.press(at("confirm"), "mobile", "", "guestReason", "Tolk")
                        .location())
                .body();
        assertThat(done.substring(done.indexOf("<textarea"), done.indexOf("</textarea")))
                .contains("Språk: arabiska")
                .doesNotContain("Testberga", "390 06", "Siv");
    }
}
