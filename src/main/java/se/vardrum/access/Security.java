package se.vardrum.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.vardrum.page.NotFound;
import se.vardrum.page.Page;
import se.vardrum.page.Site;

/** Who may come to which door at all; what they may see behind it is decided where it is found. Deny by default. */
@Configuration
class Security implements WebMvcConfigurer {

    /** No inline code, nothing from elsewhere; connect-src names ws for browsers that do not count it as 'self'. */
    private static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "media-src 'self' blob:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final Pattern DRAFT = Pattern.compile("(/bookings/[0-9a-f-]{36})/.*");

    private final boolean encrypted;

    Security(Site site) {
        this.encrypted = site.url().startsWith("https:");
    }

    /** A proxy in front ends TLS, so it is the installation's address and not the request that tells. */
    @Bean
    DefaultCookieSerializerCustomizer secureSession() {
        return it -> it.setUseSecureCookie(encrypted);
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SecurityContextRepository contexts, RequestCache asked)
            throws Exception {
        return http.authorizeHttpRequests(door -> door.requestMatchers(
                                "/",
                                "/login/**",
                                "/login",
                                "/language",
                                "/b/**",
                                "/assets/**",
                                "/error",
                                "/actuator/health",
                                "/actuator/health/**",
                                "/visits/*/live",
                                "/visits/*/leave")
                        .permitAll()
                        .requestMatchers("/demo/**")
                        .permitAll()
                        .requestMatchers("/mina", "/mina/**")
                        .hasRole("PATIENT")
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .hasRole("STAFF"))
                .securityContext(it -> it.securityContextRepository(contexts))
                .requestCache(it -> it.requestCache(asked))
                .csrf(it -> it.csrfTokenRepository(csrfCookie()))
                .headers(
                        it -> it.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                                .permissionsPolicyHeader(
                                        policy -> policy.policy(
                                                "camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), autoplay=(self), screen-wake-lock=(self), geolocation=()")))
                .exceptionHandling(it -> it.authenticationEntryPoint((request, response, why) -> {
                    comeBack(request);
                    response.sendRedirect("/login");
                }))
                .logout(it -> it.logoutSuccessUrl("/login").deleteCookies("vardrum"))
                .anonymous(Customizer.withDefaults())
                .build();
    }

    /** A step of a booking whose button was pressed after the session had ended: one comes back to the draft, which has the rest. */
    private static void comeBack(HttpServletRequest request) {
        var draft = DRAFT.matcher(request.getRequestURI());
        if (request.getMethod().equals("POST")
                && draft.matches()
                && !request.getRequestURI().contains("/save-"))
            request.getSession().setAttribute("SPRING_SECURITY_SAVED_REQUEST", new SimpleSavedRequest(draft.group(1)));
    }

    private CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieCustomizer(it -> it.sameSite("Lax").secure(encrypted));
        return cookie;
    }

    @Bean
    SecurityContextRepository contexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Remembers pages only, so that signing in again never repeats a fragment or a script's request. */
    @Bean
    RequestCache asked() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        return cache;
    }

    @Bean
    Page.Signed signed() {
        return request -> {
            var actor = SignIn.actor(SecurityContextHolder.getContext().getAuthentication());
            return switch (actor) {
                case null -> null;
                case Actor.Staff it -> new Page.Who(it.name(), it.title(), it.unitName(), SignIn.home(it));
                case Actor.Patient it -> new Page.Who(it.name(), "", "", SignIn.home(it));
            };
        };
    }

    /** A parameter of type Actor.Staff or Actor.Patient is the one signed in; the wrong kind finds no such page. */
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return Actor.class.isAssignableFrom(parameter.getParameterType());
            }

            @Override
            public @Nullable Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binder) {
                var actor = SignIn.actor(SecurityContextHolder.getContext().getAuthentication());
                if (parameter.getParameterType().isInstance(actor)) return actor;
                if (parameter.isOptional() || parameter.hasParameterAnnotation(Nullable.class)) return null;
                throw new NotFound();
            }
        });
    }
}
