package io.eidroutes.check;

import io.eidroutes.access.AccessSettings;
import io.eidroutes.consent.validation.Ogrn;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.smev.SmevSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may call, and whether what is said of them elsewhere is about one of them. */
final class ClientsCheck implements Check {

    private static final String CLIENTS = "eid.access.clients";
    private static final Set<String> JOBS = Set.of("consent", "identification");
    private static final Map<String, String> DOORS = Map.of("eid.consent.file.inbox", "eid.consent.file.client",
            "eid.coid.file.inbox", "eid.coid.file.client", "eid.jms.consent.queue", "eid.jms.consent.client",
            "eid.jms.personal-data.queue", "eid.jms.personal-data.client");

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        Optional<AccessSettings> access = settings.of(AccessSettings.class);
        if (access.isEmpty()) {
            return;
        }
        Map<String, AccessSettings.Client> clients = access.get().clients();
        if (clients.isEmpty()) {
            findings.warn(CLIENTS, "there is no client, so every call is refused", "add the systems that may call, each with its jobs");
        } else {
            findings.ok(CLIENTS, clients.size() + " clients may call");
        }
        clients.forEach((name, client) -> look(CLIENTS + "." + name, client, settings, findings));
        DOORS.forEach((door, client) -> settings.text(door).ifPresent(open -> settings.text(client).ifPresentOrElse(
                name -> refuseUnknown(client, name, clients, findings),
                () -> findings.error(client, "it must be set where " + door + " is", "name one of " + CLIENTS))));
        settings.of(DeliverySettings.class).ifPresent(delivery ->
                Stream.of(Map.entry("webhooks", delivery.webhooks().keySet()), Map.entry("queues", delivery.queues().keySet()),
                        Map.entry("files", delivery.files().keySet())).forEach(channel -> channel.getValue().forEach(name ->
                        refuseUnknown("eid.delivery." + channel.getKey() + "." + name, name, clients, findings))));
    }

    private static void refuseUnknown(String setting, String name, Map<String, AccessSettings.Client> clients, Findings findings) {
        if (!clients.containsKey(name)) {
            findings.error(setting, "it is about a client that is none of " + CLIENTS, "add that client, or name one that is there");
        }
    }

    private static void look(String name, AccessSettings.Client client, CheckedSettings settings, Findings findings) {
        if (client.jobs().isEmpty() || !JOBS.containsAll(client.jobs())) {
            findings.error(name + ".jobs", client.jobs().isEmpty() ? "the client may do nothing" : "a job has another name",
                    "name consent, identification or both");
        }
        if (client.jobs().contains("consent") && settings.consent()) {
            lookAtConsent(name, client, settings, findings);
        }
        if (client.jobs().contains("identification") && settings.identification()
                && client.returnUrls().isEmpty() && client.redirectUris().isEmpty()) {
            findings.warn(name + ".return-urls", "its users' browsers end at our own page", "list the URLs that it wants them back at, exactly");
        }
    }

    private static void lookAtConsent(String name, AccessSettings.Client client, CheckedSettings settings, Findings findings) {
        if (client.ogrns().isEmpty()) {
            findings.error(name + ".ogrns", "without an ОГРН each of its claims is refused", "list the ОГРНs that it may claim consents for");
        }
        if (client.ogrns().stream().anyMatch(ogrn -> !Ogrn.isValid(ogrn))) {
            findings.error(name + ".ogrns", "one of them is no ОГРН: 13 digits (15 of a sole trader) and a check digit that fits",
                    "compare it with the register");
        }
        settings.of(SmevSettings.class).ifPresent(smev -> {
            if (client.routingCodes().stream().noneMatch(smev.routingCodes()::contains)) {
                findings.error(name + ".routing-codes", "it holds none of eid.smev.routing-codes, so each of its claims is refused",
                        "list the codes of this endpoint");
            }
        });
    }
}
