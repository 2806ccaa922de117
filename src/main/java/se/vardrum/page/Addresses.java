package se.vardrum.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where a request came from. Behind a proxy that is what the proxy's own header says, when the operator has named it. */
@Component
public class Addresses {

    private final String header;

    Addresses(Environment env) {
        this.header = env.getProperty("vardrum.address-header", "");
    }

    /** The last one in the header: that is the one the nearest proxy has seen, and whoever sends cannot choose it. */
    public String of(HttpServletRequest request) {
        var told = header.isBlank() ? null : request.getHeader(header);
        if (told == null || told.isBlank()) return request.getRemoteAddr();
        return told.substring(told.lastIndexOf(',') + 1).strip();
    }
}
