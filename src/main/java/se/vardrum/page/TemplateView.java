package se.vardrum.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** A controller's "booking/web/details" is the template booking/web/details.jte, compiled into its module. */
@Configuration
class TemplateView {

    @Bean
    TemplateEngine templates() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), "se.vardrum");
        engine.setBinaryStaticContent(false);
        return engine;
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ViewResolver pages(TemplateEngine engine, Languages languages, Site site, Optional<Page.Signed> signed) {
        return (name, locale) -> {
            if (name.startsWith("redirect:") || name.startsWith("forward:")) return null;
            return html((model, request, response) -> {
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
            });
        };
    }

    /** A view that says it is HTML: Spring's own resolver passes over those that say nothing, and forwards to nowhere. */
    private static View html(View view) {
        return new View() {
            @Override
            public String getContentType() {
                return MediaType.TEXT_HTML_VALUE;
            }

            @Override
            public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                    throws Exception {
                view.render(model, request, response);
            }
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
