package se.vardrum.appointment;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** STAND-IN: helper "people" replaces this file. */
@Component
public class SearchReasons {

    private static final List<SearchReason> ALL = List.of(
            new SearchReason("aknebesvar", "Aknebesvär", "Acne", "skin", List.of("finnar"), List.of("pimples"), false));

    public List<SearchReason> search(String typed, String language, int limit) {
        return ALL;
    }

    public Optional<SearchReason> exactly(String typed) {
        return ALL.stream().filter(it -> it.sv().equalsIgnoreCase(typed)).findFirst();
    }

    public Optional<SearchReason> byId(String id) {
        return ALL.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
