package se.vardrum.booking.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.vardrum.page.Form;
import se.vardrum.patient.IdentityNumber;
import se.vardrum.patient.NumberKind;

/**
 * An identity number in a form: which it is, or what must be chosen first.
 *
 * @param values all it may be; none when it is no number
 * @param kind the name of the sort of number that was chosen; empty while none is
 */
public record TypedNumber(String typed, List<IdentityNumber> values, String kind) {

    /** Says in the form, at "number" or "kind", why it is not one number. */
    static TypedNumber read(String typed, String kind, LocalDate today, Form form) {
        var number = new TypedNumber(typed, values(typed, today, form), kind);
        if (number.values.isEmpty() || number.chosen().isPresent()) return number;
        if (number.kinds().isEmpty()) form.problem("number", "booking.problem.number-century");
        else form.problem("kind", "booking.problem.number-kind");
        return number;
    }

    private static List<IdentityNumber> values(String typed, LocalDate today, Form form) {
        if (typed.isEmpty()) {
            form.problem("number", "booking.problem.number");
            return List.of();
        }
        return switch (IdentityNumber.read(typed, today)) {
            case IdentityNumber.Read.Numbers(var values) -> values;
            case IdentityNumber.Read.Wrong(var key) -> {
                form.problem("number", key);
                yield List.of();
            }
        };
    }

    /** The sorts to choose among; none when there is nothing to choose. */
    public List<NumberKind> kinds() {
        var all = values.stream().map(IdentityNumber::kind).distinct().toList();
        return all.size() > 1 ? all : List.of();
    }

    /** Empty while it may be more than one. */
    Optional<IdentityNumber> chosen() {
        var left = values.size() == 1
                ? values
                : values.stream().filter(it -> it.kind().name().equals(kind)).toList();
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    /** As far as it is chosen, it tells no date of birth. */
    public boolean tellsNoBirth() {
        return chosen().map(List::of).orElse(values).stream()
                .anyMatch(it -> it.birthDate().isEmpty());
    }
}
