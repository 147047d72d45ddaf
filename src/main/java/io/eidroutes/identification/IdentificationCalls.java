package io.eidroutes.identification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.access.Clients;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Failures;
import io.eidroutes.failure.Family;
import io.eidroutes.http.MediaTypes;
import io.eidroutes.identification.IdentificationStore.ResultTicketState;
import io.eidroutes.store.GivenId;
import io.eidroutes.trace.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the calls under {@code /api/v1/identifications}: a partner's backend begins, reads, fetches and erases. */
public final class IdentificationCalls {

    private static final Logger LOG = LoggerFactory.getLogger(IdentificationCalls.class);
    private static final String PATH = "/api/v1/identifications/";
    private static final String DEFAULT_LANGUAGE = "en";
    private static final List<String> LANGUAGES = List.of("ru", "kk", DEFAULT_LANGUAGE);
    private static final int RETRY_AFTER = 1;

    private final RequestReading reading = new RequestReading();
    private final IdentificationStore identifications;
    private final IdentifiedPeople people;
    private final Clients clients;
    private final Catalogue catalogue;
    private final IdentificationSettings settings;
    private final ObjectMapper json;
    private final Traces traces;

    IdentificationCalls(IdentificationStore identifications, IdentifiedPeople people, Clients clients, Catalogue catalogue,
            IdentificationSettings settings, ObjectMapper json, Traces traces) {
        this.identifications = identifications;
        this.people = people;
        this.clients = clients;
        this.catalogue = catalogue;
        this.settings = settings;
        this.json = json;
        this.traces = traces;
    }

    /** @throws Failure validation {@code not-permitted}: the client has another job */
    public void permitClient(@Variable("client") String client) {
        clients.permitIdentification(client);
    }

    /** @throws Failure validation {@code unsupported-media-type} */
    public void checkMediaType(@Variable("contentType") String contentType) {
        MediaTypes.requireJson(Optional.ofNullable(contentType));
    }

    /**
     * Body in: the request's bytes. Variable out: {@code request}.
     *
     * @throws Failure validation {@code malformed-json}, {@code too-large}, {@code invalid-identification}
     */
    public void validate(Exchange exchange) {
        exchange.setVariable("request", reading.identification(exchange.getMessage().getBody(byte[].class)));
    }

    /** @throws Failure validation {@code not-permitted}, before anything is stored */
    public void permit(@Variable("request") IdentificationRequest request, @Variable("client") String client) {
        clients.permitIdentification(client, request.returnUrl(), request.phoneVerified());
    }

    /** Body out: {@code {id, start_url, expires_at}} with 201. The start URL is for the person's browser alone. */
    public void create(Exchange exchange, @Variable("request") IdentificationRequest request, @Variable("client") String client) {
        CreatedIdentification created =
                identifications.create(client, request, settings.ticketLife(), settings.life(), traces.current());
        LOG.info("Identification {} of client {}: created", created.id(), client);
        ObjectNode document = json.createObjectNode().put("id", created.id().toString())
                .put("start_url", settings.url("/identifications/start/" + created.ticket().text()).toString())
                .put("expires_at", created.expiresAt().toString());
        Message answer = answer(exchange, 201, document);
        answer.setHeader("Location", PATH + created.id());
    }

    /**
     * Variable out: {@code identification}, the client's own.
     *
     * @throws Failure validation {@code unknown-identification}, the same for another's
     */
    public void find(Exchange exchange, @Variable("requestedId") String id, @Variable("client") String client) {
        clients.permitIdentification(client);
        StoredIdentification found = GivenId.of(id).flatMap(identifications::find)
                .filter(identification -> identification.client().equals(client))
                .orElseThrow(() -> Failure.of(Family.VALIDATION, "unknown-identification"));
        exchange.setVariable("identification", found);
        exchange.setVariable("identificationId", found.id());
    }

    /**
     * Body out: {@code {id, state, created_at, expires_at, other_person?, failure?}}, what it says of a failure in the
     * language that the caller accepts (RFC 9110 §12.5.4), else in English. Nothing personal of ours.
     */
    public void read(Exchange exchange, @Variable("identification") StoredIdentification found,
            @Variable("acceptLanguage") String acceptLanguage) {
        String language = language(Optional.ofNullable(acceptLanguage).orElse(""));
        answer(exchange, 200, document(found, language));
    }

    private static String language(String accepted) {
        try {
            return accepted.isBlank() ? DEFAULT_LANGUAGE
                    : Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES)).orElse(DEFAULT_LANGUAGE);
        } catch (IllegalArgumentException notAListOfLanguages) {
            return DEFAULT_LANGUAGE;
        }
    }

    private ObjectNode document(StoredIdentification found, String language) {
        ObjectNode document = json.createObjectNode().put("id", found.id().toString()).put("state", found.state().label())
                .put("created_at", found.createdAt().toString()).put("expires_at", found.expiresAt().toString());
        if (found.otherPerson()) {
            document.put("other_person", true);
        }
        found.failure().ifPresent(failure -> {
            ObjectNode said = document.putObject("failure");
            CatalogueEntry entry = catalogue.find(failure.family(), failure.code());
            said.put("family", failure.family().label()).put("code", failure.code())
                    .put("kind", failure.kind().label()).put("retryable", failure.retryable())
                    .put("message", entry.message().in(language)).put("advice", entry.advice().in(language));
            found.reported().ifPresent(words -> said.putObject("reported")
                    .put("code", words.code()).put("message", words.message()));
        });
        return document;
    }

    /**
     * Body in: {@code {result_ticket}}. Body out: the state and {@code result} with 200; the state alone with 202 while the
     * result is not there, and the ticket stays good.
     *
     * @throws Failure validation {@code no-result-ticket}, {@code unknown-result-ticket}, {@code expired-result-ticket},
     *                 {@code spent-result-ticket}, {@code no-result}
     */
    public void release(Exchange exchange, @Variable("identification") StoredIdentification found,
            @Variable("client") String client) throws IOException {
        Optional<String> given = reading.resultTicket(exchange.getMessage().getBody(byte[].class));
        boolean free = given.isEmpty() && clients.releasesWithoutTicket(client);
        if (given.isEmpty() && !free) {
            throw Failure.of(Family.VALIDATION, "no-result-ticket");
        }
        Optional<RandomToken> ticket = given.flatMap(RandomToken::parse);
        if (!free) {
            require(found.id(), ticket);
        }
        if (found.state().isFinal() || found.state().isOpen()) {
            throw Failure.of(Family.VALIDATION, "no-result");
        }
        Optional<byte[]> result = people.find(found.id());
        if (result.isEmpty() && found.state() == IdentificationState.READY) {
            throw Failure.of(Family.VALIDATION, "no-result");
        }
        boolean released = result.isPresent() && (free ? found.state() == IdentificationState.READY
                : identifications.spendResultTicket(found.id(), ticket.orElseThrow()));
        if (released) {
            ObjectNode document = document(identifications.find(found.id()).orElse(found), DEFAULT_LANGUAGE);
            document.set("result", json.readTree(result.get()));
            answer(exchange, 200, document);
            return;
        }
        if (!free) {
            identifications.prolongResultTicket(found.id(), ticket.orElseThrow(), settings.resultTicketLife());
            // Of two calls at the same moment the other one had it.
            require(found.id(), ticket);
        }
        answer(exchange, 202, document(found, DEFAULT_LANGUAGE)).setHeader("Retry-After", RETRY_AFTER);
    }

    private void require(UUID id, Optional<RandomToken> ticket) {
        ResultTicketState state = ticket.map(shown -> identifications.stateOfResultTicket(id, shown))
                .orElse(ResultTicketState.UNKNOWN);
        switch (state) {
            case VALID -> { }
            case UNKNOWN -> throw Failure.of(Family.VALIDATION, "unknown-result-ticket");
            case SPENT -> throw Failure.of(Family.VALIDATION, "spent-result-ticket");
            case EXPIRED -> throw Failure.of(Family.VALIDATION, "expired-result-ticket");
        }
    }

    /** Variables out, where it is still under way: those of the failure {@code EID-CANCELLED}. */
    public void nameCancellation(Exchange exchange, @Variable("identification") StoredIdentification found) {
        if (!found.state().isFinal() && found.state() != IdentificationState.READY) {
            Failures.name(exchange, Failure.of(Family.AITU_AUTHORIZATION, "EID-CANCELLED"));
        }
    }

    /**
     * Everything about the person is erased at once; a result is thereby confirmed, what is under way fails as it was treated.
     * Out: 204.
     */
    public void erase(Exchange exchange, @Variable("identification") StoredIdentification found) {
        Optional<FailureSummary> cancelled = Optional.ofNullable(exchange.getVariable("failure"))
                .map(failure -> FailureSummary.of(exchange, catalogue));
        identifications.erase(found.id(), cancelled, () -> people.erase(found.id()));
        LOG.info("Identification {} was erased by its client", found.id());
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 204);
        answer.setBody(null);
    }

    private Message answer(Exchange exchange, int status, ObjectNode document) {
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setHeader("Cache-Control", "no-store");
        try {
            answer.setBody(json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of texts could not be written as JSON.");
        }
        return answer;
    }
}
