package se.vardrum.demo.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything login.jte may show.
 *
 * @param typed what was searched for; empty when nothing was
 * @param found null when nothing was searched for
 */
public record LoginList(String typed, @Nullable Groups found, Groups few) {

    public record Groups(List<Person> staff, List<Person> patients) {
        public boolean empty() {
            return staff.isEmpty() && patients.isEmpty();
        }
    }

    public record Person(UUID id, String name, String detail) {}
}
