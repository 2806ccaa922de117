package se.vardrum.messaging;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One task a message, scheduled in the transaction that writes the message; the task knows its id and no more. */
@Component
class SendQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("message");

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;

    SendQueue(DataSource database, ObjectProvider<Scheduler> scheduler) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
        this.scheduler = scheduler;
    }

    /** One sending of one message. */
    record Entry(UUID message, int round) {
        private TaskInstance<Void> task() {
            return TASK.instance(message + "." + round).build();
        }

        static Entry of(Message message) {
            return new Entry(message.id(), message.round());
        }

        static Entry of(TaskInstance<Void> task) {
            var parts = task.getId().split("\\.");
            return new Entry(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    void add(List<Entry> all, Instant due) {
        var tasks = new ArrayList<TaskInstance<?>>();
        all.forEach(it -> tasks.add(it.task()));
        client.scheduleBatch(tasks, due);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Not before: the scheduler would look and find nothing.
                scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
            }
        });
    }
}
