package se.vardrum.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.vardrum.patient.PopulationRegister.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What goes to the register's gateway and comes back, as docs/population-register.md has it. */
class RegisterJson {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_GUARDIANS = 20;

    private final JsonMapper json;

    RegisterJson(JsonMapper json) {
        this.json = json;
    }

    record Identifier(@Nullable String system, @Nullable String value) {}

    record HumanName(@Nullable String given, @Nullable String family) {}

    record Body(@Nullable Person person) {}

    /** Protection is never guessed: both marks have to be there. */
    record Person(
            @Nullable Identifier identifier,
            @Nullable HumanName name,
            @Nullable LocalDate birthDate,
            @Nullable Boolean protectedPersonIndicator,
            @Nullable Boolean protectedPopulationRecord,
            @Nullable Boolean deregistered,
            @Nullable Identifier replacedBy,
            @Nullable List<Person> guardians) {}

    byte[] question(String number) {
        return json.writeValueAsBytes(Map.of(
                "identifier",
                Map.of("system", IdentityNumber.registered(number).kind().system(), "value", number)));
    }

    /** Null when it is not as documented, or about somebody else than asked for. */
    @Nullable
    Answer read(byte[] body, String asked) {
        try {
            var read = json.readValue(body, Body.class);
            if (read == null) return null;
            if (read.person() == null) return new Answer.Unknown();
            return new Answer.Known(entry(read.person(), asked));
        } catch (JacksonException | IllegalArgumentException e) {
            return null; // its message would hold what the register said
        }
    }

    private static PopulationRegister.Entry entry(Person it, String asked) {
        var number = number(it.identifier());
        if (!number.equals(asked)) throw new IllegalArgumentException("somebody else");
        var guardians = it.guardians();
        if (guardians != null && guardians.size() > MOST_GUARDIANS) throw new IllegalArgumentException("guardians");
        return new PopulationRegister.Entry(
                number,
                given(it),
                family(it),
                there(it.birthDate()),
                hidden(it),
                Boolean.TRUE.equals(it.deregistered()) || it.replacedBy() != null,
                it.replacedBy() == null ? null : number(it.replacedBy()),
                guardians == null
                        ? null
                        : guardians.stream().map(RegisterJson::guardian).toList());
    }

    private static PopulationRegister.Guardian guardian(Person it) {
        return new PopulationRegister.Guardian(number(it.identifier()), given(it), family(it), hidden(it));
    }

    private static String number(@Nullable Identifier it) {
        var value = it == null ? null : it.value();
        if (value == null || !value.matches("\\d{12}") || !dated(value)) throw new IllegalArgumentException("number");
        return value;
    }

    private static boolean dated(String value) {
        try {
            return IdentityNumber.registered(value).birthDate().isPresent();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String given(Person it) {
        return name(there(it.name()).given());
    }

    private static String family(Person it) {
        return name(there(it.name()).family());
    }

    private static String name(@Nullable String it) {
        var name = there(it).strip();
        boolean plain = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !plain) throw new IllegalArgumentException("name");
        return name;
    }

    private static boolean hidden(Person it) {
        return there(it.protectedPersonIndicator()) | there(it.protectedPopulationRecord());
    }

    private static <T> T there(@Nullable T it) {
        if (it == null) throw new IllegalArgumentException("missing");
        return it;
    }
}
