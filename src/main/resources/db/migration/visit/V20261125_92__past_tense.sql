-- What happened at a door stands in the history as what happened; until now it stood there as the move that was made.
update visit_event
set kind = case kind when 'ADMIT' then 'ADMITTED' when 'REFUSE' then 'REFUSED' when 'TAKE_BACK' then 'TAKEN_BACK'
                     when 'SEND_BACK' then 'SENT_BACK' else 'PUT_OUT' end
where kind in ('ADMIT', 'REFUSE', 'TAKE_BACK', 'SEND_BACK', 'REMOVE');
