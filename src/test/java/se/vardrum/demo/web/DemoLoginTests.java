package se.vardrum.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class DemoLoginTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @Test
    void aboutADozenPeopleAreButtons() throws Exception {
        var page = mvc.get().uri("/login").exchange();
        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains("Anna Lindgren", "Daniel Ek", "Eva Holm", "Karin Sund", "Jake Nordin", "Ove Berg")
                .contains("Sjuksköterska, Testberga vårdcentral", "19 år", "71 år", "Vårdpersonal", "Patienter")
                .doesNotContain("demo.login", "Sara Lind");
        assertThat(Pattern.compile("action=\"/login/demo\"")
                        .matcher(page.getResponse().getContentAsString())
                        .results()
                        .count())
                .isBetween(10L, 16L);
    }

    @Test
    void theRestAreFoundByName() {
        assertThat(mvc.get().uri("/login?q=lindgren"))
                .hasStatusOk()
                .bodyText()
                .contains("Anna Lindgren", "Per Lindgren");
        assertThat(mvc.get().uri("/login?q=oberg")).bodyText().contains("Sofia Öberg", "Åke Öberg", "66 år");
        assertThat(mvc.get().uri("/login").param("q", "<b>zz</b>"))
                .hasStatusOk()
                .bodyText()
                .contains("Ingen heter", "&lt;b")
                .doesNotContain("<b>zz");
        assertThat(mvc.get().uri("/login").param("q", "a".repeat(5000))).hasStatusOk();
        assertThat(mvc.get().uri("/login").param("q", "\u0000%_'\\")).hasStatusOk();
    }

    @Test
    void oneWithProtectedIdentityIsNotListed() {
        assertThat(mvc.get().uri("/login?q=sara+lind")).hasStatusOk().bodyText().doesNotContain(">Sara Lind<");
        assertThat(login(person("Sara", "Lind"))).hasStatus(404);
    }

    @Test
    void englishWhenChosen() {
        assertThat(mvc.get().uri("/login").cookie(new Cookie("language", "en")))
                .bodyText()
                .contains("Who do you want to be?", "19 years");
    }

    @Test
    void staffComeToTheirVisits() {
        var signedIn = login(role("Anna", "Lindgren"));
        assertThat(signedIn).hasStatus3xxRedirection().hasRedirectedUrl("/visits");
        assertThat(sql.sql("select principal_name from spring_session where principal_name is not null")
                        .query(String.class)
                        .list())
                .allMatch(it -> it.matches("[0-9a-f-]{36}"));
        var session = session(signedIn);
        assertThat(mvc.get().uri("/").cookie(session)).hasRedirectedUrl("/visits");
        assertThat(mvc.get().uri("/login").cookie(session))
                .bodyText()
                .contains("Du är inloggad som Anna Lindgren.", "href=\"/visits\"", "/logout");
    }

    @Test
    void aPatientComesToMina() {
        var signedIn = login(person("Jake", "Nordin"));
        assertThat(signedIn).hasStatus3xxRedirection().hasRedirectedUrl("/mina");
        assertThat(mvc.get().uri("/").cookie(session(signedIn))).hasRedirectedUrl("/mina");
    }

    @Test
    void thePageAskedForBeforeComesNext() {
        var asked = mvc.get().uri("/visits/new?x=1").accept("text/html").exchange();
        assertThat(asked).hasRedirectedUrl("/login");
        assertThat(mvc.post()
                        .uri("/login/demo")
                        .param("id", role("Eva", "Holm"))
                        .cookie(session(asked))
                        .with(csrf()))
                .satisfies(it -> assertThat(it.getResponse().getRedirectedUrl()).startsWith("/visits/new?x=1"));
    }

    @Test
    void nobodyComesToLogin() {
        assertThat(mvc.get().uri("/")).hasRedirectedUrl("/login");
        assertThat(mvc.get().uri("/visits").accept("text/html")).hasRedirectedUrl("/login");
        assertThat(mvc.post().uri("/logout").with(csrf())).hasRedirectedUrl("/login");
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertThat(login("00000000-0000-7000-8000-000000000000")).hasStatus(404);
        assertThat(login("nonsense")).hasStatus(404);
        assertThat(mvc.post().uri("/login/demo").with(csrf())).hasStatus(400);
    }

    @Test
    void withoutTheTokenThePageSaysSoAndShowsNoStack() throws Exception {
        var answer = post("id=" + role("Anna", "Lindgren"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<!doctype html>", "ladda om sidan").doesNotContain("Exception", "\tat ");
        assertThat(post("id=1&_csrf=wrong").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> post(String form) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login/demo"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private MvcTestResult login(String id) {
        return mvc.post().uri("/login/demo").param("id", id).with(csrf()).exchange();
    }

    private static Cookie session(MvcTestResult from) {
        return from.getResponse().getCookie("vardrum");
    }

    private String role(String first, String last) {
        return sql.sql("""
                select r.id from practitioner_role r join practitioner p on p.id = r.practitioner_id
                where p.first_name = :first and p.last_name = :last
                """)
                .param("first", first)
                .param("last", last)
                .query(String.class)
                .single();
    }

    private String person(String first, String last) {
        return sql.sql("select id from person where first_name = :first and last_name = :last")
                .param("first", first)
                .param("last", last)
                .query(String.class)
                .single();
    }
}
