package se.vardrum.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions are kept in the database (docs/decisions/0007): a request that changes nothing only reads its session. */
@Configuration(proxyBeanMethods = false)
class Sessions {

    /** The last use is written once a minute at most; otherwise every request would make one durable commit more. */
    private static final Duration SELDOM = Duration.ofMinutes(1);

    /** Around the one that Spring Boot makes: it makes none where there is another of that type. */
    @Bean
    static BeanPostProcessor seldomWritten() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository kept ? new Repository<>(kept) : bean;
            }
        };
    }

    /** Spring Session reads by execute, in one statement, and writes by executeWithoutResult. */
    @Bean
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        var writing = new TransactionTemplate(transactions);
        writing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> reading) {
                return TransactionOperations.withoutTransaction().execute(reading);
            }

            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> write) {
                writing.executeWithoutResult(write);
            }
        };
    }

    private record Repository<S extends Session>(SessionRepository<S> kept) implements SessionRepository<Seldom<?>> {

        @Override
        public Seldom<?> createSession() {
            return new Seldom<>(kept.createSession());
        }

        @Override
        @SuppressWarnings("unchecked") // what comes back was made here
        public void save(Seldom<?> session) {
            kept.save((S) session.kept());
        }

        @Override
        public @Nullable Seldom<?> findById(String id) {
            var found = kept.findById(id);
            return found == null ? null : new Seldom<>(found);
        }

        @Override
        public void deleteById(String id) {
            kept.deleteById(id);
        }
    }

    /** A session that only takes a later time of use when it is worth writing. */
    private record Seldom<S extends Session>(S kept) implements Session {

        @Override
        public void setLastAccessedTime(Instant now) {
            if (!now.isBefore(kept.getLastAccessedTime().plus(SELDOM))) kept.setLastAccessedTime(now);
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public String changeSessionId() {
            return kept.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
