package io.eidroutes.alert;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code alerts} of {@code routes/failure/record-failure.camel.yaml}: tells somebody of a failure that was treated.
 * Whom, says the variable {@code alertChannel}, which the treatment set. It returns at once and never fails.
 */
public final class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final AlertGroups groups;
    private final AlertSender sender;
    private final AlertCounts counts;
    private final Catalogue catalogue;

    Alerts(AlertGroups groups, AlertSender sender, AlertCounts counts, Catalogue catalogue) {
        this.groups = groups;
        this.sender = sender;
        this.counts = counts;
        this.catalogue = catalogue;
    }

    /** In: variables alertChannel (operator or security), failure, kind; claimId and identificationId are its examples. */
    public void raise(Exchange exchange, @Variable("alertChannel") String name, @Variable("failure") Failure failure,
            @Variable("kind") String kind) {
        Optional<AlertChannel> channel = AlertChannel.of(name);
        if (channel.isEmpty()) {
            LOG.error("A route sets an alertChannel that is neither operator nor security; nobody is told of {} {}",
                    failure.family().label(), catalogue.codeInTheClear(failure));
            return;
        }
        log(channel.get(), failure, examples(exchange));
        if (sender.leads(channel.get())) {
            AlertKey key = new AlertKey(channel.get(), failure.family(), catalogue.codeInTheClear(failure));
            groups.add(key, kind, examples(exchange)).ifPresentOrElse(sender::send, () -> counts.grouped(channel.get()));
        } else {
            counts.nowhere(channel.get());
        }
    }

    private void log(AlertChannel channel, Failure failure, List<String> examples) {
        LOG.warn("For {}: {} {}, {}", channel.label(), failure.family().label(), catalogue.codeInTheClear(failure),
                examples.isEmpty() ? "no claim and no identification" : String.join(" ", examples));
    }

    /** Ids of ours, and nothing else that a variable may hold. */
    private static List<String> examples(Exchange exchange) {
        return Stream.of("claimId", "identificationId").map(exchange::getVariable).filter(UUID.class::isInstance)
                .map(Object::toString).toList();
    }
}
