package se.vardrum.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes persons, each with an own profile, from an outer register. Whoever is there already, by number, stays as is. */
@Component
public class ImportPatients {

    /** @param identityNumber 12 digits, no separator */
    public record NewPatient(
            String identityNumber,
            String firstName,
            String lastName,
            LocalDate birthDate,
            boolean protectedIdentity,
            @Nullable String mobile,
            @Nullable String email,
            String language) {}

    private final ImportPatientsTable table;

    ImportPatients(ImportPatientsTable table) {
        this.table = table;
    }

    /** Answers the own profile of every number in the list, new or old. */
    @Transactional
    public Map<String, PatientProfileId> add(List<NewPatient> patients) {
        table.insertMissing(patients);
        return table.ownProfiles(
                patients.stream().map(NewPatient::identityNumber).toList());
    }
}
