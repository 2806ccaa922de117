package se.vardrum.page.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import se.vardrum.page.NotFound;

/** Every way a request can go wrong ends in a page that says what happened and what to do, and never in an exception's text. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    @ExceptionHandler(NotFound.class)
    String notFound(HttpServletResponse response, Model model) {
        return show(404, "", response, model);
    }

    @ExceptionHandler
    String other(Exception thrown, HttpServletRequest request, HttpServletResponse response, Model model)
            throws Exception {
        if (thrown instanceof org.springframework.security.access.AccessDeniedException) throw thrown;
        if (thrown instanceof org.springframework.security.core.AuthenticationException) throw thrown;
        if (thrown instanceof org.springframework.web.context.request.async.AsyncRequestNotUsableException) return null;
        int status = status(thrown);
        return show(status, status >= 500 ? logged(thrown) : "", response, model);
    }

    @RequestMapping("/error")
    String dispatched(HttpServletRequest request, HttpServletResponse response, Model model) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer it ? it : 404;
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return show(status, status >= 500 && thrown instanceof Exception it ? logged(it) : "", response, model);
    }

    private static int status(Exception thrown) {
        if (thrown instanceof org.springframework.web.ErrorResponse known)
            return known.getStatusCode().value();
        if (thrown instanceof org.springframework.beans.TypeMismatchException) return 404;
        return 500;
    }

    /** The id on the page and in the log; the log has the stack, the page never does. */
    private static String logged(Exception thrown) {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("unexpected error {}", id, thrown);
        return id;
    }

    private static String show(int status, String id, HttpServletResponse response, Model model) {
        response.setStatus(status);
        var kind = switch (status) {
            case 403 -> "forbidden";
            case 404, 405 -> "missing";
            case 413 -> "large";
            default -> status >= 500 || HttpStatus.resolve(status) == null ? "broken" : "request";
        };
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        return "page/web/error";
    }
}
