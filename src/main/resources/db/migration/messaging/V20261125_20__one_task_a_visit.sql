-- What is to be sent is now asked for by visit, no longer by message; what was on its way stays so.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
select 'messages', appointment_id || '.' || min(id::text), min(due_at), false, 1
from message where state = 'DUE' group by appointment_id;

delete from scheduled_tasks where task_name = 'message';
