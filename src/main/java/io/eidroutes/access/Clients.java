package io.eidroutes.access;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each client may ask for, from {@code eid.access.clients}. */
public final class Clients {

    private final Map<String, AccessSettings.Client> clients;

    public Clients(AccessSettings settings) {
        this.clients = Map.copyOf(settings.clients());
    }

    /**
     * Refuses a claim that the client's settings do not cover.
     *
     * @throws Failure validation {@code not-permitted}, with a pointer to each value that is not the client's
     */
    public void permitClaim(String client, String ogrn, String routingCode) {
        AccessSettings.Client settings = clients.get(client);
        if (settings == null || !settings.jobs().contains("consent")) {
            throw Failure.refused("not-permitted",
                    List.of(Violation.of("", "client-job", "This client may not claim consents.")));
        }
        List<Violation> violations = new ArrayList<>();
        if (!settings.ogrns().contains(ogrn)) {
            violations.add(Violation.of("/org_ogrn", "client-ogrn", "This client may not act for this organisation."));
        }
        if (!settings.routingCodes().contains(routingCode)) {
            violations.add(Violation.of("/routing_code", "client-routing-code",
                    "This client may not use this routing code."));
        }
        if (!violations.isEmpty()) {
            throw Failure.refused("not-permitted", violations);
        }
    }

    /**
     * Refuses a client that has not the job of identification.
     *
     * @throws Failure validation {@code not-permitted}
     */
    public void permitIdentification(String client) {
        identifying(client);
    }

    /**
     * Refuses an identification that the client's settings do not cover.
     *
     * @param returnUrl     compared character by character, never parsed
     * @param phoneVerified whether the client says that it verified the phone
     * @throws Failure validation {@code not-permitted}, with a pointer to each value that is not the client's
     */
    public void permitIdentification(String client, Optional<String> returnUrl, boolean phoneVerified) {
        AccessSettings.Client settings = identifying(client);
        List<Violation> violations = new ArrayList<>();
        if (returnUrl.isPresent() && !settings.returnUrls().contains(returnUrl.get())) {
            violations.add(Violation.of("/return_url", "client-return-url", "This client may not use this return_url."));
        }
        if (phoneVerified && !settings.verifiesPhones()) {
            violations.add(Violation.of("/phone_verified", "client-verifies-phones",
                    "This client's contract does not let it verify phones."));
        }
        if (!violations.isEmpty()) {
            throw Failure.refused("not-permitted", violations);
        }
    }

    /** Whether the client gets results without a result ticket. */
    public boolean releasesWithoutTicket(String client) {
        return identifying(client).releaseWithoutTicket();
    }

    private AccessSettings.Client identifying(String client) {
        AccessSettings.Client settings = clients.get(client);
        if (settings == null || !settings.jobs().contains("identification")) {
            throw Failure.refused("not-permitted",
                    List.of(Violation.of("", "client-job", "This client may not identify anybody.")));
        }
        return settings;
    }

    /**
     * Refuses the exchange of a code that was sent to an address that is not the client's, compared byte for byte.
     *
     * @throws Failure validation {@code not-permitted}
     */
    public void permitRedirectUri(String client, String redirectUri) {
        AccessSettings.Client settings = clients.get(client);
        if (settings == null || !settings.redirectUris().contains(redirectUri)) {
            throw Failure.refused("not-permitted", List.of(Violation.of("/redirect_uri", "client-redirect-uri",
                    "This client may not exchange a code that was sent there.")));
        }
    }
}
