package se.vardrum.access.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.vardrum.access.SignIn;

/** The bare address leads everyone to where the own work begins. */
@Controller
class HomePage {

    @GetMapping("/")
    String home(@Nullable Authentication authentication) {
        return "redirect:"
                + Optional.ofNullable(SignIn.actor(authentication))
                        .map(SignIn::home)
                        .orElse("/login");
    }
}
