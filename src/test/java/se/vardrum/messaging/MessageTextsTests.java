package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.CareUnit;
import se.vardrum.directory.CareUnitId;
import se.vardrum.page.Languages;

/** Reads every text that can go out, over a year of days, with a long unit name and a long address. */
@SpringBootTest(properties = {"vardrum.test.demo=false", "vardrum.url=https://digitaltbesok.regionvastmanland.se"})
class MessageTextsTests {

    @Autowired
    MessageTexts texts;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Languages languages;

    static final CareUnit UNIT = new CareUnit(
            new CareUnitId(UUID.randomUUID()),
            null,
            "Ungdomspsykiatrin Skultuna",
            "Skultuna familjeläkarmottagning",
            "+4621390060",
            ZoneId.of("Europe/Stockholm"),
            null);
    static final String LINK = "https://digitaltbesok.regionvastmanland.se/b/" + "w".repeat(22);

    record Text(MessageTexts.About about, String sms, String subject, String email) {}

    List<Text> all() {
        return all(false);
    }

    List<Text> all(boolean secret) {
        var all = new ArrayList<Text>();
        for (var language : List.of("sv", "en"))
            for (var kind : MessageKind.values())
                for (var reader : Reader.values())
                    for (int day = 0; day < 366; day += 5) {
                        var from = Instant.parse("2028-01-01T13:30:00Z").plus(Duration.ofDays(day));
                        var about = new MessageTexts.About(
                                kind,
                                reader,
                                language,
                                "Karin Nordin",
                                UNIT,
                                new TimeSlot(from, from.plusSeconds(1800)),
                                reader.hasLink() && kind.hasLink() ? LINK : "",
                                secret);
                        all.add(new Text(about, texts.sms(about), texts.subject(about), texts.email(about)));
                    }
        return all;
    }

    @Test
    void everySmsFitsTheOrdinaryAlphabetAndAtMostTwoParts() {
        assertThat(all()).allSatisfy(it -> {
            assertThat(Gsm7.fits(it.sms())).as(it.sms()).isTrue();
            assertThat(SmsParts.count(it.sms())).as(it.sms()).isLessThanOrEqualTo(2);
        });
    }

    @Test
    void underProtectedIdentityNoTextSaysWhereThePatientIsOrWillBe() {
        assertThat(all(true)).allSatisfy(it -> {
            for (var text : List.of(it.sms(), it.email(), it.subject()))
                assertThat(text).doesNotContain("Skultuna", "21 39", "{", "}", "messaging.");
            if (saysWhen(it)) assertThat(it.sms()).contains(day(it), time(it));
            assertThat(SmsParts.count(it.sms())).isLessThanOrEqualTo(2);
        });
    }

    @Test
    void everyTextIsWholeAndSaysWhenWithWhomAndWhereToRing() {
        assertThat(all()).allSatisfy(it -> {
            for (var text : List.of(it.sms(), it.email())) {
                assertThat(text).doesNotContain("{", "}", "messaging.", "—");
                if (saysWhen(it)) assertThat(text).contains("14:30".equals(time(it)) ? "14:30" : "15:30");
                assertThat(text).contains(UNIT.messageName(), "+46 21 39 00 60");
            }
            if (saysWhen(it)) assertThat(it.sms()).contains(day(it));
            assertThat(it.subject()).contains(day(it)).doesNotContain("{", "messaging.");
        });
    }

    /** Now is now. */
    private static boolean saysWhen(Text it) {
        return it.about().kind() != MessageKind.STARTED;
    }

    @Test
    void onlyWhoCannotSignInGetsALinkOfTheirOwnAndOtherPatientsTheFixedAddressAlone() {
        assertThat(all()).allSatisfy(it -> {
            boolean invitation = it.about().kind().hasLink();
            assertThat(it.sms().contains(LINK))
                    .isEqualTo(invitation && it.about().reader().hasLink());
            assertThat(it.sms().contains("/mina"))
                    .isEqualTo(invitation && !it.about().reader().hasLink());
            if (!invitation) assertThat(it.sms() + it.email()).doesNotContain("http");
            if (!it.about().reader().hasLink())
                assertThat(it.sms().replace("https://digitaltbesok.regionvastmanland.se/mina", ""))
                        .doesNotContain("http", "/b/");
        });
    }

    @Test
    void noTextTellsOfHealthOrNamesAnybodyButTheGuestInTheGuestsOwnMail() {
        assertThat(all()).allSatisfy(it -> {
            assertThat(it.sms()).doesNotContain("Karin", "Nordin");
            for (var text : List.of(it.sms(), it.subject(), it.email())) {
                assertThat(text.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain(
                                "psyk",
                                "patient",
                                "sökorsak",
                                "diagnos",
                                "personnummer",
                                "läkare ",
                                "reason",
                                "personal identity");
                assertThat(text).doesNotContainPattern("\\d{6}-?\\d{4}");
            }
        });
    }

    @Test
    void toAPatientWhoCannotSignInTheTextSaysNoMoreThanAGuestsDoes() {
        var slot = new TimeSlot(Instant.parse("2026-11-27T13:30:00Z"), Instant.parse("2026-11-27T14:00:00Z"));
        assertThat(texts.sms(new MessageTexts.About(
                        MessageKind.INVITATION, Reader.BY_LINK, "sv", "Jake Nordin", UNIT, slot, LINK, false)))
                .isEqualTo("Du har ett digitalt besök fre 27 nov kl 14:30 hos Skultuna familjeläkarmottagning. Din egen"
                        + " länk, dela den inte: " + LINK + " Frågor: +46 21 39 00 60");
        assertThat(texts.sms(new MessageTexts.About(
                        MessageKind.INVITATION, Reader.BY_LINK, "sv", "Jake Nordin", UNIT, slot, LINK, true)))
                .isEqualTo("Du har ett digitalt besök fre 27 nov kl 14:30. Din egen länk, dela den inte: " + LINK);
    }

    @Test
    void aPreviewIsTheTextThatGoesOutButForTheLink() {
        var slot = new TimeSlot(Instant.parse("2026-11-27T13:30:00Z"), Instant.parse("2026-11-27T14:00:00Z"));
        var shown = deliveries.preview(
                UNIT,
                slot,
                List.of(
                        new Deliveries.Recipient("Jake Nordin", "+46701740605", null, "sv", Reader.PATIENT),
                        new Deliveries.Recipient(
                                "Karin Nordin", "+46701740606", "karin@example.org", "sv", Reader.GUEST)),
                false);
        assertThat(shown).extracting(Deliveries.Preview::channel).containsExactly("SMS", "SMS", "EMAIL");
        assertThat(shown.getFirst().to()).isEqualTo("+46 70 174 06 05");
        assertThat(shown.getFirst().text())
                .isEqualTo(
                        "Du har ett digitalt besök fre 27 nov kl 14:30 hos Skultuna familjeläkarmottagning. Logga in:"
                                + " https://digitaltbesok.regionvastmanland.se/mina Frågor eller återbud: +46 21 39 00 60");
        var sent = texts.sms(new MessageTexts.About(
                MessageKind.INVITATION, Reader.GUEST, "sv", "Karin Nordin", UNIT, slot, LINK, false));
        assertThat(shown.get(1).text().replace("[personlig länk]", LINK)).isEqualTo(sent);
        assertThat(shown.getLast().text()).contains("fredag 27 november 2026 kl 14:30–15:00", "[personlig länk]");
    }

    private String day(Text it) {
        return languages
                .of(it.about().language())
                .in(UNIT.zone())
                .shortDate(it.about().slot().from());
    }

    private String time(Text it) {
        return languages
                .of(it.about().language())
                .in(UNIT.zone())
                .time(it.about().slot().from());
    }
}
