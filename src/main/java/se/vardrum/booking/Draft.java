package se.vardrum.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.InterpreterSeat;
import se.vardrum.appointment.SeatForm;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.Company;
import se.vardrum.patient.Interpreter;
import se.vardrum.patient.PatientProfileId;
import se.vardrum.patient.PersonId;

/**
 * A booking being written, kept from the first field on. It holds what was typed as it was typed, right or wrong.
 *
 * @param type the key of a visit type
 */
public record Draft(
        DraftId id,
        PractitionerRoleId owner,
        PatientProfileId profile,
        String type,
        Step step,
        Content content,
        Instant changed) {

    /** Where the booker is. The word is part of the address of the step. */
    public enum Step {
        DETAILS,
        PARTICIPANTS,
        CONFIRM;

        public String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** All that was typed and chosen; the JSON of the table. What an older version did not know is empty. */
    public record Content(
            Details details,
            List<Guest> guests,
            List<UUID> colleagues,
            HalfGuest half,
            PatientContact contact,
            Children company,
            HalfInterpreter interpreter) {

        /** Nothing written yet. */
        static Content begun(int minutes, Children company) {
            return new Content(
                    new Details("", "", "", "", String.valueOf(minutes), ""), null, null, null, null, company, null);
        }

        public Content(
                @Nullable Details details,
                @Nullable List<Guest> guests,
                @Nullable List<UUID> colleagues,
                @Nullable HalfGuest half,
                @Nullable PatientContact contact,
                @Nullable Children company,
                @Nullable HalfInterpreter interpreter) {
            this.details = details == null ? Details.EMPTY : details;
            this.guests = guests == null ? List.of() : List.copyOf(guests);
            this.colleagues = colleagues == null ? List.of() : List.copyOf(colleagues);
            this.half = half == null ? HalfGuest.EMPTY : half;
            this.contact = contact == null ? PatientContact.EMPTY : contact;
            this.company = company == null ? Children.EMPTY : company;
            this.interpreter = interpreter == null ? HalfInterpreter.EMPTY : interpreter;
        }

        /** Tells whether what is booked is still what was read through: the same marks mean the same visit. */
        public String mark() {
            return Integer.toHexString(List.of(details, guests, colleagues, company)
                    .toString() // the same on every node, which hashes of enums are not
                    .hashCode());
        }

        public Content with(Details it) {
            return new Content(it, guests, colleagues, half, contact, company, interpreter);
        }

        public Content with(HalfGuest it) {
            return new Content(details, guests, colleagues, it, contact, company, interpreter);
        }

        public Content with(PatientContact it) {
            return new Content(details, guests, colleagues, half, it, company, interpreter);
        }

        public Content with(Children it) {
            return new Content(details, guests, colleagues, half, contact, it, interpreter);
        }

        public Content with(HalfInterpreter it) {
            return new Content(details, guests, colleagues, half, contact, company, it);
        }

        /** With one guest or interpreter more, and the fields empty for the next. */
        public Content and(Guest it) {
            var all = new ArrayList<>(guests);
            all.add(it);
            return it.seat() == null
                    ? new Content(details, all, colleagues, HalfGuest.EMPTY, contact, company, interpreter)
                    : new Content(details, all, colleagues, half, contact, company, HalfInterpreter.EMPTY);
        }

        public Content andColleague(UUID role) {
            if (colleagues.contains(role)) return this;
            var all = new ArrayList<>(colleagues);
            all.add(role);
            return new Content(details, guests, all, half, contact, company, interpreter);
        }

        /** Without that guest or colleague. */
        public Content without(UUID one) {
            return new Content(
                    details,
                    guests.stream().filter(it -> !it.key().equals(one)).toList(),
                    colleagues.stream().filter(it -> !it.equals(one)).toList(),
                    half,
                    contact,
                    company,
                    interpreter);
        }
    }

    /** The fields of step 1. {@code turn} is "summer" or "winter" for an hour that comes twice. */
    public record Details(String reason, String description, String date, String time, String length, String turn) {

        static final Details EMPTY = new Details("", "", "", "", "30", "");

        public Details {
            reason = given(reason);
            description = given(description);
            date = given(date);
            time = given(time);
            length = given(length);
            turn = given(turn);
        }

        public Details withReason(String it) {
            return new Details(it, description, date, time, length, turn);
        }

        public Details at(String newDate, String newTime, String newTurn) {
            return new Details(reason, description, newDate, newTime, length, newTurn);
        }
    }

    /** A guest who was added: checked, mobile as E.164. @param seat only for an interpreter */
    public record Guest(
            UUID key,
            String firstName,
            String lastName,
            @Nullable String mobile,
            @Nullable String email,
            String language,
            @Nullable InterpreterSeat seat) {
        public String name() {
            return (firstName + " " + lastName).strip();
        }
    }

    /** The guest's fields as they stand, not added yet. */
    public record HalfGuest(String firstName, String lastName, String mobile, String email, String language) {

        public static final HalfGuest EMPTY = new HalfGuest("", "", "", "", "sv");

        public HalfGuest {
            firstName = given(firstName);
            lastName = given(lastName);
            mobile = given(mobile);
            email = given(email);
            language = "en".equals(language) ? "en" : "sv";
        }

        /** True when there is something to lose. */
        public boolean begun() {
            return !(firstName + lastName + mobile + email).isBlank();
        }
    }

    /**
     * An interpreter's fields as they stand, not added yet.
     *
     * @param seat null before anything was typed: then the patient's need stands there
     */
    public record HalfInterpreter(@Nullable SeatForm seat, HalfGuest who) {

        public static final HalfInterpreter EMPTY = new HalfInterpreter(null, HalfGuest.EMPTY);

        public HalfInterpreter {
            who = who == null ? HalfGuest.EMPTY : who;
        }

        /** The seat's fields for a patient with that need. */
        public SeatForm seat(@Nullable Interpreter need) {
            return seat == null ? SeatForm.of(need) : seat;
        }

        /** True when there is something to lose: more than what stood there by itself. */
        public boolean begun(@Nullable Interpreter need) {
            return who.begun() || !seat(need).equals(SeatForm.of(need));
        }
    }

    /**
     * What step 3 asks: when the patient has no mobile number, a number or that somebody rings; and why there are guests
     * when the patient has protected identity.
     */
    public record PatientContact(String mobile, boolean ring, String guestReason) {

        static final PatientContact EMPTY = new PatientContact("", false, "");

        public PatientContact {
            mobile = given(mobile);
            guestReason = given(guestReason);
        }
    }

    /**
     * What was answered for a child: who is to be there, and where. As JSON.
     *
     * @param proxies persons
     * @param apart true when they are in different places
     * @param why one sentence, when another type was chosen than the proposed one
     */
    public record Children(List<UUID> proxies, boolean apart, String why) {

        public static final Children EMPTY = new Children(List.of(), false, "");

        public Children {
            proxies = proxies == null ? List.of() : List.copyOf(proxies);
            why = given(why);
        }

        public Company company() {
            return new Company(proxies.stream().map(PersonId::new).toList(), !apart, why);
        }
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
