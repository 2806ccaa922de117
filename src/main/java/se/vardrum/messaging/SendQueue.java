package se.vardrum.messaging;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.page.Ids;

/**
 * One task for all that is written about a visit at once, scheduled in the transaction that writes it; the task knows the
 * visit's id and no more. The scheduler looks for it a few times a second: being told at each commit cost more.
 */
@Component
class SendQueue {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("messages");

    private final SchedulerClient client;

    SendQueue(DataSource database) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                .build();
    }

    void add(AppointmentId about, Instant due) {
        // Another may be waiting for the same visit; and as a batch, for schedule() looks first whether it is there.
        client.scheduleBatch(
                List.of(TASK.instance(about.value() + "." + Ids.next()).build()), due);
    }

    static AppointmentId about(TaskInstance<Void> task) {
        return new AppointmentId(UUID.fromString(task.getId().split("\\.")[0]));
    }
}
