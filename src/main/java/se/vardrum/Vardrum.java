package se.vardrum;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Starts Vårdrum: one process, one PostgreSQL, one folder for each noun. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Vardrum {

    public static void main(String[] args) {
        Ready.say(SpringApplication.run(Vardrum.class, args));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
