package se.vardrum.appointment;

import java.util.List;

/** A predefined reason for a visit. STAND-IN: helper "people" replaces this file. */
public record SearchReason(
        String id,
        String sv,
        String en,
        String category,
        List<String> synonymsSv,
        List<String> synonymsEn,
        boolean sensitive) {

    public String label(String language) {
        return language.equals("en") ? en : sv;
    }
}
