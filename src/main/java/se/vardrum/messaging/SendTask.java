package se.vardrum.messaging;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** db-scheduler's side of sending: when the moment of a visit's messages has come, and what if the node died over it. */
@Configuration(proxyBeanMethods = false)
class SendTask {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Bean
    Task<Void> messagesTask(SendMessage send) {
        return Tasks.custom(SendQueue.TASK)
                .onFailure((complete, task) -> { // the database was away: the messages have a patience of their own
                    int failures = Math.min(complete.getExecution().consecutiveFailures, 5);
                    var pause = Duration.ofSeconds(2L << failures);
                    task.reschedule(
                            complete, complete.getTimeDone().plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
                })
                .onDeadExecutionRevive()
                .execute((task, context) -> {
                    var again = send.attempt(SendQueue.about(task));
                    if (again.isEmpty()) return new OnCompleteRemove<>();
                    return (complete, execution) -> execution.reschedule(complete, again.get());
                });
    }
}
