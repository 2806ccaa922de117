package se.vardrum.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "vardrum.test.demo=false")
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class LoginPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient sql;

    @Autowired
    LoginPage page;

    @Test
    void withNoWayToSignInThePageSaysSoInOneSentence() {
        assertThat(mvc.get().uri("/login"))
                .hasStatusOk()
                .bodyText()
                .contains("inget sätt att göra det är inställt", "VARDRUM_DEMO=true")
                .doesNotContain("access.login", "Demo:");
    }

    @Test
    void theStartSaysTheSame(CapturedOutput output) {
        page.sayAtStart();
        assertThat(output).contains("no way to do so is configured", "WARN");
    }

    @Test
    void nobodyMadeUpIsThereAndNobodyCanBeThem() {
        assertThat(sql.sql("select count(*) from practitioner")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(mvc.post().uri("/login/demo").param("id", "x").with(csrf())).hasStatus(404);
    }

    @Test
    void theBareAddressLeadsToLogin() {
        assertThat(mvc.get().uri("/")).hasRedirectedUrl("/login");
    }
}
