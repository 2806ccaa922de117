package se.vardrum.appointment;

import org.jspecify.annotations.Nullable;
import se.vardrum.directory.CareUnitId;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.PersonId;

/**
 * A booked visit (FHIR Appointment). The reason's texts are those of the day it was booked; the responsible one is the
 * one booked: who acts so during the visit is told by {@code visit}. The type is as the unit has it now.
 *
 * @param linksAtStart guests get no link before the visit has started; so since the booking, whatever became of the type
 */
public record Appointment(
        AppointmentId id,
        VisitType type,
        String reasonSv,
        String reasonEn,
        String description,
        TimeSlot slot,
        CareUnitId unit,
        PatientProfileId profile,
        PersonId person,
        PractitionerRoleId bookedBy,
        PractitionerRoleId responsible,
        Status status,
        @Nullable String cancelReason,
        boolean linksAtStart) {

    /** As in FHIR, but FAILED for a visit that technology stopped. */
    public enum Status {
        BOOKED,
        ARRIVED,
        FULFILLED,
        CANCELLED,
        NOSHOW,
        FAILED
    }

    public String reason(String language) {
        return language.equals("en") ? reasonEn : reasonSv;
    }

    /** False while guests are not to have a link yet. */
    public boolean linksNow() {
        return !linksAtStart || status != Status.BOOKED;
    }

    /** The same for one of them. An interpreter's link goes through an agency, which needs it ahead: decision 0017. */
    public boolean linkNow(Participant it) {
        return linksNow() || it.interpreter();
    }

    /** True until it has been held or called off. */
    public boolean open() {
        return status == Status.BOOKED || status == Status.ARRIVED;
    }
}
