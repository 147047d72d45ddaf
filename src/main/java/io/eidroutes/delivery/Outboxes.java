package io.eidroutes.delivery;

import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;

/** Which folder answers and results are written to, for {@code write-file}: variable {@code outbox}. */
public final class Outboxes {

    private final Optional<Folder> claims;
    private final Map<String, Folder> clients;

    /** @param claims the folder of the answers to claims that came as files */
    Outboxes(Optional<Folder> claims, DeliverySettings settings, Folders folders) {
        this.claims = claims;
        this.clients = settings.files().entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                file -> folders.open("eid.delivery.files." + file.getKey(), file.getValue(), settings.filesKeep())));
    }

    /** For the answer to a claim. */
    public void ofClaims(Exchange exchange) {
        claims.ifPresent(folder -> exchange.setVariable("outbox", folder));
    }

    /** For a result of an identification of that client. */
    public void ofClient(Exchange exchange, @Variable("client") String client) {
        Optional.ofNullable(clients.get(client)).ifPresent(folder -> exchange.setVariable("outbox", folder));
    }
}
