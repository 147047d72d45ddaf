package io.eidroutes.identification.browser;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.identification.AttemptStore;
import io.eidroutes.identification.AuthorizationLinks;
import io.eidroutes.identification.IdentificationRequest;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.IdentificationState;
import io.eidroutes.identification.IdentificationStore;
import io.eidroutes.identification.IdentifiedPeople;
import io.eidroutes.identification.RandomToken;
import io.eidroutes.identification.StartedAttempt;
import io.eidroutes.identification.StoredIdentification;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/identification/start.camel.yaml}: a browser opens a start URL and goes to Aitu Passport. */
public final class BrowserStart {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserStart.class);

    private final IdentificationStore identifications;
    private final AttemptStore attempts;
    private final AuthorizationLinks links;
    private final IdentifiedPeople people;
    private final PageAnswers answers;
    private final BrowserCookies cookies;
    private final IdentificationSettings settings;

    BrowserStart(IdentificationStore identifications, AttemptStore attempts, AuthorizationLinks links,
            IdentifiedPeople people, PageAnswers answers, BrowserCookies cookies, IdentificationSettings settings) {
        this.identifications = identifications;
        this.attempts = attempts;
        this.links = links;
        this.people = people;
        this.answers = answers;
        this.cookies = cookies;
        this.settings = settings;
    }

    /** Variables out: {@code ticket}, {@code language}, {@code byButton}, {@code prefetch}. */
    public void read(Exchange exchange) {
        BrowserRequest request = BrowserRequest.of(exchange);
        exchange.setVariable("ticket", request.lastSegment());
        exchange.setVariable("language", request.language());
        exchange.setVariable("byButton", request.isPost());
        exchange.setVariable("prefetch", request.isPrefetch());
    }

    /** Nothing was begun: a browser that only looks ahead asks again when its user comes. */
    public void refusePrefetch(Exchange exchange) {
        answers.empty(exchange, 503);
    }

    /**
     * Variables out: {@code identificationId}, {@code request}, {@code language} as the partner asked for it,
     * {@code showPage}: a page with a button comes first.
     *
     * @throws Failure aitu-authorization {@code EID-TICKET-UNKNOWN}, {@code EID-TICKET-EXPIRED}, {@code EID-ENDED},
     *                 {@code EID-ALREADY-IDENTIFIED}
     */
    public void open(Exchange exchange, @Variable("ticket") String ticket, @Variable("byButton") boolean byButton) {
        StoredIdentification found = RandomToken.parse(ticket).flatMap(identifications::find)
                .orElseThrow(() -> failure("EID-TICKET-UNKNOWN"));
        exchange.setVariable("identificationId", found.id());
        found.request().flatMap(IdentificationRequest::locale).ifPresent(locale -> exchange.setVariable("language", locale));
        if (found.state().isFinal()) {
            throw failure(found.state() == IdentificationState.DELIVERED ? "EID-ALREADY-IDENTIFIED" : "EID-ENDED");
        }
        if (!found.state().isOpen()) {
            throw failure("EID-ALREADY-IDENTIFIED");
        }
        IdentificationRequest request = found.request().orElseThrow(() -> failure("EID-ENDED"));
        if (!found.ticketValid()) {
            throw failure("EID-TICKET-EXPIRED");
        }
        exchange.setVariable("request", request);
        exchange.setVariable("showPage", !byButton && (request.phoneVerified() || settings.startPage()));
    }

    /** Out: the page with the button. */
    public void showPage(Exchange exchange, @Variable("language") String language) {
        answers.page(exchange, 200, answers.pages().start(language));
    }

    /**
     * Variables out: {@code attemptCounted}; {@code phone} and {@code trustPhone} where the partner verified the phone.
     *
     * @throws Failure aitu-authorization {@code EID-TOO-MANY-ATTEMPTS}
     */
    public void count(Exchange exchange, @Variable("identificationId") UUID id,
            @Variable("request") IdentificationRequest request) {
        if (!attempts.count(id, settings.attempts())) {
            throw failure("EID-TOO-MANY-ATTEMPTS");
        }
        exchange.setVariable("attemptCounted", true);
        exchange.setVariable("trustPhone", request.phoneVerified());
        request.phone().ifPresent(phone -> exchange.setVariable("phone", phone));
    }

    /**
     * Stores the attempt and sends the browser to Aitu Passport, with the cookie that binds the attempt to it.
     *
     * @throws Failure aitu-authorization {@code EID-ENDED}: it ended meanwhile
     */
    public void leave(Exchange exchange, @Variable("identificationId") UUID id,
            @Variable("request") IdentificationRequest request, @Variable("otpConfirmation") String otpConfirmation,
            @Variable("byButton") boolean byButton) {
        StartedAttempt attempt = StartedAttempt.generate();
        boolean renew = request.refreshRequestId() || request.iin().map(people::needsRenewal).orElse(false);
        URI link = links.to(attempt, request, Optional.ofNullable(otpConfirmation), renew);
        if (!attempts.begin(id, attempt, settings.life())) {
            throw failure("EID-ENDED");
        }
        LOG.info("Identification {}: a browser goes to Aitu Passport", id);
        answers.redirect(exchange, byButton ? 303 : 302, link)
                .setHeader("Set-Cookie", cookies.set(attempt, settings.life()));
    }

    private static Failure failure(String code) {
        return Failure.of(Family.AITU_AUTHORIZATION, code);
    }
}
