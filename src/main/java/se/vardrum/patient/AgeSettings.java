package se.vardrum.patient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The rules with the ages this care provider has set. */
@Configuration(proxyBeanMethods = false)
class AgeSettings {

    @Bean
    ChildRules childRules(Environment env) {
        return new ChildRules(new AgeLimits(
                env.getRequiredProperty("vardrum.ages.own-from", Integer.class),
                env.getRequiredProperty("vardrum.ages.adult-from", Integer.class)));
    }
}
