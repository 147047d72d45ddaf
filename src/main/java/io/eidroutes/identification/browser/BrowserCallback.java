package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.identification.AttemptStore;
import io.eidroutes.identification.AuthorizationAttempt;
import io.eidroutes.identification.AuthorizationLinks;
import io.eidroutes.identification.IdentificationRequest;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.IdentifiedPeople;
import io.eidroutes.identification.RandomToken;
import io.eidroutes.identification.provider.Identified;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of {@code routes/identification/callback.camel.yaml}. Nothing is consumed before all that can be checked was:
 * a callback that is refused leaves the genuine one its chance.
 */
public final class BrowserCallback {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserCallback.class);

    private final AttemptStore attempts;
    private final IdentifiedPeople people;
    private final AuthorizationLinks links;
    private final Catalogue catalogue;
    private final BrowserCookies cookies;
    private final BrowserReturn back;
    private final IdentificationSettings settings;
    private final Optional<String> issuer;

    /** @param issuer what {@code iss} must be, byte for byte */
    BrowserCallback(AttemptStore attempts, IdentifiedPeople people, AuthorizationLinks links, Catalogue catalogue,
            BrowserCookies cookies, BrowserReturn back, IdentificationSettings settings, Optional<String> issuer) {
        this.attempts = attempts;
        this.people = people;
        this.links = links;
        this.catalogue = catalogue;
        this.cookies = cookies;
        this.back = back;
        this.settings = settings;
        this.issuer = issuer;
    }

    /**
     * Variables out: {@code callback}, {@code browser} (the attempt's cookie), {@code language}.
     *
     * @throws Failure aitu-authorization {@code EID-CALLBACK-MALFORMED}, {@code EID-STATE-MISSING}
     */
    public void read(Exchange exchange) {
        BrowserRequest request = BrowserRequest.of(exchange);
        exchange.setVariable("language", request.language());
        CallbackParameters callback = CallbackParameters.parse(request.query());
        exchange.setVariable("callback", callback);
        RandomToken.parse(callback.state()).flatMap(state -> request.cookie(cookies.name(state)))
                .ifPresent(cookie -> exchange.setVariable("browser", cookie));
    }

    /**
     * The state must be one of ours, of this browser, in its time and new. Variables out: {@code attempt},
     * {@code identificationId}.
     *
     * @throws Failure aitu-authorization {@code EID-STATE-UNKNOWN}, {@code EID-COOKIE-MISSING}, {@code EID-COOKIE-FOREIGN},
     *                 {@code EID-STATE-USED}, {@code EID-STATE-EXPIRED}, {@code EID-ALREADY-IDENTIFIED}, {@code EID-ENDED}
     */
    public void verifyState(Exchange exchange, @Variable("callback") CallbackParameters callback,
            @Variable("browser") String browser) {
        AuthorizationAttempt attempt = RandomToken.parse(callback.state()).flatMap(attempts::find)
                .orElseThrow(() -> failure("EID-STATE-UNKNOWN"));
        exchange.setVariable("identificationId", attempt.identification());
        attempt.request().flatMap(IdentificationRequest::locale)
                .ifPresent(locale -> exchange.setVariable("language", locale));
        giveTicketAgain(exchange, attempt, browser);
        verify(attempt, browser);
        exchange.setVariable("attempt", attempt);
    }

    /**
     * The browser that was identified still has its cookie: the answer, which takes the cookie away and brings the result
     * ticket, never reached it. The callback is refused like any second one, but the page of the refusal leads on.
     * Variables out: {@code attempt} and {@code resultTicket}, in that case.
     */
    private void giveTicketAgain(Exchange exchange, AuthorizationAttempt attempt, String browser) {
        if (browser != null && digest(browser).equals(attempt.browserDigest())
                && attempt.status() == AuthorizationAttempt.Status.IDENTIFIED) {
            attempts.ticketAgain(attempt, settings.resultTicketLife()).ifPresent(ticket -> {
                exchange.setVariable("attempt", attempt);
                exchange.setVariable("resultTicket", ticket);
            });
        }
    }

    private static void verify(AuthorizationAttempt attempt, String browser) {
        if (browser != null && !digest(browser).equals(attempt.browserDigest())) {
            throw failure("EID-COOKIE-FOREIGN");
        }
        if (attempt.status() != AuthorizationAttempt.Status.OPEN) {
            throw failure("EID-STATE-USED");
        }
        if (attempt.expired()) {
            throw failure("EID-STATE-EXPIRED");
        }
        if (!attempt.state().isOpen()) {
            throw failure(attempt.state().isFinal() ? "EID-ENDED" : "EID-ALREADY-IDENTIFIED");
        }
        // Last: the cookie of an honest browser is gone once the state is used or its time is over.
        if (browser == null) {
            throw failure("EID-COOKIE-MISSING");
        }
    }

    /** @throws Failure aitu-authorization {@code EID-ISSUER-WRONG}, {@code EID-ISSUER-MISSING} (RFC 9207 §2.4) */
    public void checkIssuer(@Variable("callback") CallbackParameters callback) {
        if (callback.issuer().isPresent() && !callback.issuer().equals(issuer)) {
            throw failure("EID-ISSUER-WRONG");
        }
        if (callback.issuer().isEmpty() && settings.demandIssuer()) {
            throw failure("EID-ISSUER-MISSING");
        }
    }

    /**
     * From here on the state is spent. Variables out: {@code consumed}, {@code answered} ({@code code} or {@code error}).
     *
     * @throws Failure aitu-authorization {@code EID-STATE-USED}: another callback with it was faster
     */
    public void consumeState(Exchange exchange, @Variable("attempt") AuthorizationAttempt attempt,
            @Variable("browser") String browser, @Variable("callback") CallbackParameters callback) {
        if (!attempts.consume(attempt, digest(browser))) {
            AuthorizationAttempt now = RandomToken.parse(callback.state()).flatMap(attempts::find)
                    .orElseThrow(() -> failure("EID-ENDED"));
            verify(now, browser);
            throw failure("EID-STATE-USED");
        }
        exchange.setVariable("consumed", true);
        exchange.setVariable("answered", callback.code().isPresent() ? "code" : "error");
    }

    /**
     * The provider sent the user back without a code.
     *
     * @throws Failure aitu-authorization, or coid where its words are the documented ones of ЦОИД; always one of them
     */
    public void refused(@Variable("callback") CallbackParameters callback) {
        String error = callback.error().orElseThrow();
        String description = callback.errorDescription().orElse("");
        Optional<CatalogueEntry> documented = catalogue.matching(Family.COID, description)
                .or(() -> catalogue.matching(Family.AITU_AUTHORIZATION, description));
        // A code that no document names is kept verbatim.
        String code = documented.map(CatalogueEntry::code).orElse(error);
        Family family = documented.map(CatalogueEntry::family).orElse(Family.AITU_AUTHORIZATION);
        throw Failure.reported(family, code, error, description);
    }

    /**
     * Variables out, as {@code exchange-token} takes them: {@code code}, {@code redirectUri}, {@code codeVerifier},
     * {@code nonce}, {@code expectedIin}, {@code expectedPhone}.
     */
    public void takeCode(Exchange exchange, @Variable("callback") CallbackParameters callback,
            @Variable("attempt") AuthorizationAttempt attempt) {
        exchange.setVariable("code", callback.code().orElseThrow());
        exchange.setVariable("redirectUri", links.redirectUri().toString());
        attempt.codeVerifier().filter(verifier -> links.challenges()).ifPresent(verifier -> exchange.setVariable("codeVerifier", verifier.text()));
        attempt.nonce().ifPresent(nonce -> exchange.setVariable("nonce", nonce.text()));
        attempt.request().ifPresent(request -> {
            request.iin().ifPresent(iin -> exchange.setVariable("expectedIin", iin));
            request.phone().filter(phone -> request.phoneVerified())
                    .ifPresent(phone -> exchange.setVariable("expectedPhone", phone));
        });
    }

    /**
     * Stores who the person is, in one transaction with the work of fetching the rest. Variable out: {@code resultTicket}.
     *
     * @throws Failure aitu-authorization {@code EID-ALREADY-IDENTIFIED}: another attempt was first
     */
    public void identified(Exchange exchange, @Variable("attempt") AuthorizationAttempt attempt,
            @Variable("identified") Identified person) {
        RandomToken ticket = attempts.identified(attempt, settings.resultTicketLife(), person.otherPerson(),
                        () -> people.add(attempt.identification(), attempt.client(), person))
                .orElseThrow(() -> failure("EID-ALREADY-IDENTIFIED"));
        exchange.setVariable("resultTicket", ticket);
        LOG.info("Identification {}: identified", attempt.identification());
    }

    /** Waits a moment for the personal data, so that most browsers come back to a result. Out: whether there is an end. */
    public CompletionStage<Boolean> awaitResult(@Variable("identificationId") UUID id) {
        return people.await(id, settings.browserWait()).thenApply(Optional::isPresent);
    }

    /** In: whether the wait has ended. Out: 303 to the partner with the result ticket, or to our own page. */
    public void leave(Exchange exchange, @Body boolean ended, @Variable("attempt") AuthorizationAttempt attempt,
            @Variable("resultTicket") RandomToken ticket) {
        back.identified(exchange, attempt, ticket, ended);
    }

    private static String digest(String browser) {
        return RandomToken.parse(browser).map(RandomToken::digest).orElse("");
    }

    private static Failure failure(String code) {
        return Failure.of(Family.AITU_AUTHORIZATION, code);
    }
}
