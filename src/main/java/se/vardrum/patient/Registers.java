package se.vardrum.patient;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Which register is asked here: a real one when it is set, else the demo's, else none. */
@Configuration(proxyBeanMethods = false)
class Registers {

    @Bean
    @Primary
    PopulationRegister populationRegister(
            Environment env, Clock clock, JsonMapper json, @Qualifier("demoRegister") Optional<PopulationRegister> demo)
            throws IOException {
        var settings = RegisterSettings.of(env);
        if (settings != null) return new HttpsRegister(settings, json, clock);
        return demo.orElse(PopulationRegister.NONE);
    }
}
