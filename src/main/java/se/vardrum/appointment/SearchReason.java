package se.vardrum.appointment;

import java.util.List;

/**
 * One of the predefined reasons for a visit: its heading, which the patient sees.
 *
 * @param id never changes: drafts and visits hold it
 * @param sensitive says more about a person than most: show it to nobody who need not see it
 */
public record SearchReason(
        String id,
        String sv,
        String en,
        String category,
        List<String> synonymsSv,
        List<String> synonymsEn,
        boolean sensitive) {

    /** A heading written for one visit alone, in the one language it was written in. */
    public static SearchReason free(String heading) {
        return new SearchReason("", heading, heading, "", List.of(), List.of(), false);
    }

    /** What {@link BookAppointment} asks for: the id, or the heading when it was written freely. */
    public String asked() {
        return id.isEmpty() ? sv : id;
    }

    /** In "en", or in Swedish. */
    public String label(String language) {
        return language.equals("en") ? en : sv;
    }

    List<String> synonyms(String language) {
        return language.equals("en") ? synonymsEn : synonymsSv;
    }
}
