/**
 * What is on today: the patient list, visits as guest, and "Mina besok". Reads others, owns no table.
 */
@ApplicationModule(
        allowedDependencies = {
            "messaging",
            "visit",
            "invitation",
            "appointment",
            "directory",
            "patient",
            "access",
            "page"
        })
@NullMarked
package se.vardrum.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
