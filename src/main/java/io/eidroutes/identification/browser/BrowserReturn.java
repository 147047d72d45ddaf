package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.identification.AuthorizationAttempt;
import io.eidroutes.identification.IdentificationRequest;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.IdentificationState;
import io.eidroutes.identification.IdentificationStore;
import io.eidroutes.identification.RandomToken;
import io.eidroutes.identification.StoredIdentification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.springframework.web.util.UriUtils;

/**
 * Sends a browser on from the callback at once, so that the code in its URL is left behind: to the partner where it named
 * a return URL, else to our own page. Every part of a target comes from the settings, from what the partner's backend said
 * or from us; nothing comes from the request.
 */
final class BrowserReturn {

    private static final int SEE_OTHER = 303;
    private static final String UNDER_WAY = "outcome=under-way";

    private final IdentificationStore identifications;
    private final PageAnswers answers;
    private final BrowserCookies cookies;
    private final IdentificationSettings settings;
    private final Catalogue catalogue;

    BrowserReturn(IdentificationStore identifications, PageAnswers answers, BrowserCookies cookies,
            IdentificationSettings settings, Catalogue catalogue) {
        this.identifications = identifications;
        this.answers = answers;
        this.cookies = cookies;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    /** @param ended whether there is a result, or will be none; only our own page tells that */
    void identified(Exchange exchange, AuthorizationAttempt attempt, RandomToken ticket, boolean ended) {
        leave(exchange, toPartner(attempt, "&result_ticket=" + ticket.text())
                .orElseGet(() -> ourPage(exchange, ended ? outcome(attempt.identification()) : UNDER_WAY)));
    }

    private String outcome(UUID identification) {
        Optional<StoredIdentification> now = identifications.find(identification);
        Optional<FailureSummary> failure = now.filter(it -> it.state() == IdentificationState.FAILED)
                .flatMap(StoredIdentification::failure);
        boolean ready = now.map(StoredIdentification::state)
                .filter(state -> state == IdentificationState.READY || state == IdentificationState.DELIVERED).isPresent();
        return failure.map(it -> failed(it.family().label(), it.code())).orElse(ready ? "outcome=ready" : UNDER_WAY);
    }

    void failed(Exchange exchange, AuthorizationAttempt attempt, Failure failure) {
        String code = catalogue.knows(failure.family(), failure.code()) ? failure.code() : Catalogue.OTHERWISE;
        leave(exchange, toPartner(attempt, "").orElseGet(() -> ourPage(exchange, failed(failure.family().label(), code))));
    }

    private static String failed(String family, String code) {
        return "outcome=failed&family=" + family + "&code=" + UriUtils.encode(code, StandardCharsets.UTF_8);
    }

    /** The partner's URL with another ticket, for a page to lead to; empty where the partner named none. */
    Optional<URI> wayBack(AuthorizationAttempt attempt, RandomToken ticket) {
        return toPartner(attempt, "&result_ticket=" + ticket.text());
    }

    private static Optional<URI> toPartner(AuthorizationAttempt attempt, String ticket) {
        return attempt.request().flatMap(IdentificationRequest::returnUrl)
                .map(url -> url + (url.contains("?") ? "&" : "?") + "id=" + attempt.identification() + ticket)
                .map(URI::create);
    }

    private URI ourPage(Exchange exchange, String outcome) {
        return settings.url("/identifications/outcome?" + outcome
                + "&language=" + exchange.getVariable("language", String.class));
    }

    private void leave(Exchange exchange, URI target) {
        CallbackParameters callback = exchange.getVariable("callback", CallbackParameters.class);
        answers.redirect(exchange, SEE_OTHER, target).setHeader("Set-Cookie",
                cookies.delete(RandomToken.parse(callback.state()).orElseThrow()));
    }
}
