package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** On the demo's defaults a message goes to the outbox page, and to no other place. */
@SpringBootTest(properties = "db-scheduler.polling-interval=100ms")
@AutoConfigureMockMvc
class OutboxTests {

    @Autowired
    ApplicationContext app;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient sql;

    @Autowired
    Deliveries deliveries;

    @Test
    void everyMessageStandsOnThePageWithItsLinkToClickAndNowhereInClear() throws Exception {
        assertThat(page("/demo/outbox")).contains("Inga meddelanden ännu").doesNotContain("<article");
        var id = new Practice(app)
                .book(Practice.MOBILE, Practice.guest("Karin Nordin", "+46701740606", "karin@example.org"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.summary(id).finished());
        assertThat(deliveries.summary(id)).isEqualTo(new Deliveries.Summary(3, 3, 0, true));

        var page = page("/demo/outbox");
        assertThat(page.split("<article", -1)).hasSize(4);
        assertThat(page)
                .contains(
                        "Jakob Nordinsson", "+46 70 174 06 05", "Karin Nordin", "+46 70 174 06 06", "karin@example.org")
                .contains("Inbjudan till digitalt besök", "data-refresh=\"/demo/outbox/messages\"")
                .containsPattern(
                        "<a href=\"http://[^\"]+/b/[0-9A-Za-z]{22}\">http://[^<]+/b/[0-9A-Za-z]{22}</a> Frågor");
        assertThat(page("/demo/outbox/messages")).contains("<article").doesNotContain("<html");

        var token = page.replaceAll("(?s).*?/b/([0-9A-Za-z]{22}).*", "$1");
        for (var table : sql.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            var rows = sql.sql("select coalesce(string_agg(t::text, ' '), '') from \"" + table + "\" t")
                    .query(String.class)
                    .single();
            assertThat(rows).as(table).doesNotContain(token);
        }
        var sealed =
                sql.sql("select sealed from caught_message").query(byte[].class).list();
        assertThat(sealed)
                .allSatisfy(it -> assertThat(new String(it, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Testberga", "example", "46701740606"));
    }

    private String page(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
