package se.vardrum.visit;

import java.util.List;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.directory.PractitionerRoleId;

/**
 * A visit was started, and the starter is responsible from then on. Published inside the transaction that did it.
 *
 * @param away who came to wait and went: they were promised to be told
 */
public record VisitStarted(AppointmentId id, PractitionerRoleId by, List<ParticipantId> away) {}
