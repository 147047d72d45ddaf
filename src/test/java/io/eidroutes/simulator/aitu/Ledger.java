package io.eidroutes.simulator.aitu;

import io.eidroutes.simulator.scenario.Bounded;
import io.eidroutes.simulator.scenario.Operation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts what comes. */
final class Ledger {

    /** What is counted. */
    enum Count {
        AUTHORIZATIONS, CODES, TOKEN_REQUESTS, TOKENS, TRUSTED_PHONES, KEYS, STRANGER_KEYS, INTROSPECTIONS, LOGOUTS,
        FOLLOWED_REDIRECTS, REDIRECTS_WITH_CREDENTIALS
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<String, Long> callbacks = new TreeMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> requestsOfCodes = new HashMap<>();
    private final Bounded<Received.Authorization> authorizations = new Bounded<>();
    private final Bounded<Received.TokenRequest> tokenRequests = new Bounded<>();
    private final Bounded<Map<String, String>> logouts = new Bounded<>();

    synchronized void count(Count what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void refused(Operation operation, String error) {
        refusals.merge(operation + " " + error, 1L, Long::sum);
    }

    synchronized void authorization(Map<String, String> parameters, Optional<String> error) {
        if (error.isPresent()) {
            refused(Operation.AUTHORIZATION, error.get());
        } else {
            count(Count.AUTHORIZATIONS);
        }
        authorizations.add(new Received.Authorization(Instant.now(), Map.copyOf(parameters), error));
    }

    synchronized void callback(String codeOrError) {
        callbacks.merge(codeOrError, 1L, Long::sum);
    }

    /** A token request came in, whatever becomes of it. */
    synchronized void tokenRequest(Optional<String> code) {
        count(Count.TOKEN_REQUESTS);
        code.ifPresent(presented -> requestsOfCodes.merge(presented, 1L, Long::sum));
    }

    synchronized long requestsOf(String code) {
        return requestsOfCodes.getOrDefault(code, 0L);
    }

    synchronized void tokenOutcome(Received.TokenRequest request) {
        tokenRequests.add(request);
        if (request.outcome().equals("issued")) {
            count(Count.TOKENS);
        } else {
            refused(Operation.TOKEN, request.outcome());
        }
    }

    synchronized void logout(Map<String, String> parameters) {
        count(Count.LOGOUTS);
        logouts.add(Map.copyOf(parameters));
    }

    synchronized Received received() {
        return new Received(new Received.Totals(of(Count.AUTHORIZATIONS), new TreeMap<>(callbacks), of(Count.CODES),
                of(Count.TOKEN_REQUESTS), of(Count.TOKENS), requestsOfCodes.size(),
                requestsOfCodes.values().stream().mapToLong(Long::longValue).max().orElse(0), of(Count.TRUSTED_PHONES),
                of(Count.KEYS), of(Count.STRANGER_KEYS), of(Count.INTROSPECTIONS), of(Count.LOGOUTS),
                of(Count.FOLLOWED_REDIRECTS), of(Count.REDIRECTS_WITH_CREDENTIALS), new TreeMap<>(refusals)),
                authorizations.all(), tokenRequests.all(), logouts.all());
    }

    synchronized void clear() {
        counts.clear();
        callbacks.clear();
        refusals.clear();
        requestsOfCodes.clear();
        authorizations.clear();
        tokenRequests.clear();
        logouts.clear();
    }

    private long of(Count what) {
        return counts.getOrDefault(what, 0L);
    }
}
