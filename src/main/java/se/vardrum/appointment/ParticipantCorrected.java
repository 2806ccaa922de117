package se.vardrum.appointment;

/** A contact was corrected: the old link dies and a new invitation goes out. Published inside the transaction that did it. */
public record ParticipantCorrected(AppointmentId appointment, ParticipantId participant) {}
