package se.vardrum.patient;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The ages this care provider has set, and the rules with them. */
@Configuration(proxyBeanMethods = false)
class AgeSettings {

    @Bean
    AgeLimits ageLimits(Environment env) {
        return new AgeLimits(
                env.getRequiredProperty("vardrum.ages.own-from", Integer.class),
                env.getRequiredProperty("vardrum.ages.adult-from", Integer.class));
    }

    @Bean
    ChildRules childRules(AgeLimits ages) {
        return new ChildRules(ages);
    }
}
