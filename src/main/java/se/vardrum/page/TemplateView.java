package se.vardrum.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

/** A controller's "booking/web/details" is the template booking/web/details.jte, compiled into its module. */
@Configuration
class TemplateView {

    private static final String REDIRECT = "redirect:";

    @Bean
    TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), "se.vardrum");
        engine.setBinaryStaticContent(false);
        return engine;
    }

    /** By this name it stands in for Spring Boot's own, which would ask every resolver for every type of content. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver viewResolver(TemplateEngine engine, Languages languages, Site site, Optional<Page.Signed> signed) {
        return (name, locale) -> {
            if (name.startsWith(REDIRECT))
                return new RedirectView(name.substring(REDIRECT.length()), true, true, false);
            return (model, request, response) -> {
                Map<String, Object> values = new HashMap<>();
                if (model != null) values.putAll(model);
                values.keySet().removeIf(key -> key.contains("."));
                values.put("page", page(request, languages, site, signed));
                var html = new Utf8ByteOutput();
                engine.render(name + ".jte", values, html);
                response.setLocale(languages.of(request).locale()); // not the browser's: the page's own
                response.setContentType("text/html;charset=UTF-8");
                response.setContentLength(html.getContentLength());
                html.writeTo(response.getOutputStream());
            };
        };
    }

    private static Page page(HttpServletRequest request, Languages languages, Site site, Optional<Page.Signed> signed) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var query = request.getQueryString();
        return new Page(
                languages.of(request),
                csrf == null ? "" : csrf.getToken(),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                signed.map(it -> it.who(request)).orElse(null),
                site.demo());
    }
}
