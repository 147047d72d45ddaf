package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.ProblemAnswers;
import io.eidroutes.failure.Treatments;
import io.eidroutes.identification.AttemptStore;
import io.eidroutes.identification.AuthorizationAttempt;
import io.eidroutes.identification.IdentificationState;
import io.eidroutes.identification.IdentificationStore;
import io.eidroutes.identification.IdentifiedPeople;
import io.eidroutes.identification.RandomToken;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;

/**
 * What the treatments mean before a person is identified. No step here is tried again by itself: an attempt is the
 * browser's, and a code is never sent twice. So what the branch chose decides what the partner and the person are told;
 * the variable {@code door} says how.
 */
public final class BrowserTreatments implements Treatments {

    /** The job's name in the variable {@code job}. */
    public static final String JOB = "identification";

    private final IdentificationStore identifications;
    private final AttemptStore attempts;
    private final IdentifiedPeople people;
    private final PageAnswers pages;
    private final BrowserReturn back;
    private final ProblemAnswers problems;
    private final Catalogue catalogue;

    BrowserTreatments(IdentificationStore identifications, AttemptStore attempts, IdentifiedPeople people, PageAnswers pages,
            BrowserReturn back, ProblemAnswers problems, Catalogue catalogue) {
        this.identifications = identifications;
        this.attempts = attempts;
        this.people = people;
        this.pages = pages;
        this.back = back;
        this.problems = problems;
        this.catalogue = catalogue;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public void end(Exchange exchange) {
        switch (exchange.getVariable("door", "", String.class)) {
            case "http" -> problems.answer(exchange);
            case "start" -> endStart(exchange);
            case "callback", "page" -> endCallback(exchange);
            case "sweep" -> endOverdue(exchange);
            default -> throw new IllegalStateException("A failure of an identification at no door of its own.");
        }
    }

    /** Once an attempt was counted, what went wrong is the identification's; before, it is the ticket's or the browser's. */
    private void endStart(Exchange exchange) {
        Failure failure = failure(exchange);
        boolean retryable = exchange.getVariable("retryable", Boolean.class);
        if (exchange.getVariable("attemptCounted", false, Boolean.class) && !retryable) {
            UUID id = exchange.getVariable("identificationId", UUID.class);
            identifications.find(id).ifPresent(found -> fail(exchange, id, found.client(), Optional.empty(),
                    IdentificationState.FAILED));
        }
        pages.failure(exchange, failure, retryable, exchange.getVariable("language", String.class), Optional.empty());
    }

    /** A callback that was refused gets a page; one whose state was spent ends its attempt and goes on. */
    private void endCallback(Exchange exchange) {
        Failure failure = failure(exchange);
        RandomToken ticket = exchange.getVariable("resultTicket", RandomToken.class);
        if (exchange.getVariable("consumed", false, Boolean.class)) {
            AuthorizationAttempt attempt = exchange.getVariable("attempt", AuthorizationAttempt.class);
            if (ticket != null) {
                // The person is identified and stored; what failed is the wait for the data, which come without it.
                back.identified(exchange, attempt, ticket, false);
                return;
            }
            fail(exchange, attempt.identification(), attempt.client(), Optional.of(attempt.stateDigest()),
                    IdentificationState.FAILED);
            back.failed(exchange, attempt, failure);
        } else {
            pages.failure(exchange, failure, exchange.getVariable("retryable", Boolean.class),
                    exchange.getVariable("language", String.class), wayBack(exchange));
        }
    }

    private Optional<URI> wayBack(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable("resultTicket", RandomToken.class))
                .flatMap(ticket -> back.wayBack(exchange.getVariable("attempt", AuthorizationAttempt.class), ticket));
    }

    private void endOverdue(Exchange exchange) {
        UUID id = exchange.getVariable("identificationId", UUID.class);
        Optional<String> attempt = Optional.ofNullable(exchange.getVariable("attemptDigest", String.class));
        identifications.find(id).ifPresent(found -> {
            if (attempt.isPresent()) {
                fail(exchange, id, found.client(), attempt, IdentificationState.INTERRUPTED);
            } else {
                FailureSummary summary = FailureSummary.of(exchange, catalogue);
                attempts.expired(id, summary, () ->
                        people.announce(id, found.client(), IdentificationState.EXPIRED.label(), summary));
            }
        });
    }

    private void fail(Exchange exchange, UUID id, String client, Optional<String> attempt, IdentificationState end) {
        Failure failure = failure(exchange);
        FailureSummary summary = FailureSummary.of(exchange, catalogue);
        Optional<Failure.Reported> reported = Optional.of(failure.reported()).filter(words -> !words.message().isEmpty()
                || !catalogue.knows(failure.family(), failure.code()));
        attempts.failed(id, attempt, end, summary, reported, () -> people.announce(id, client, end.label(), summary));
    }

    private static Failure failure(Exchange exchange) {
        return exchange.getVariable("failure", Failure.class);
    }
}
