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
        // Everybody who waits holds a socket, and Tomcat would keep 8 kB for each of its three buffers. It reads this
        // once.
        System.setProperty("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", "2048");
        Ready.say(SpringApplication.run(Vardrum.class, args));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
