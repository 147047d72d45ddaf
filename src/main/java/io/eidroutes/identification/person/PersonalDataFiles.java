package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.delivery.DeliveryProperties;
import io.eidroutes.failure.Failure;
import io.eidroutes.file.FileDoor;
import io.eidroutes.file.Folder;
import io.eidroutes.trace.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;

/**
 * The steps of {@code routes/identification/personal-data-from-file.camel.yaml}. The file stays in the inbox until its answer is written: to ask
 * the adapter twice is harmless.
 */
public final class PersonalDataFiles {

    private final FileDoor door;
    private final Folder outbox;
    private final Traces traces;

    PersonalDataFiles(FileDoor door, Folder outbox, Traces traces) {
        this.traces = traces;
        this.door = door;
        this.outbox = outbox;
    }

    /**
     * As {@link FileDoor#take}.
     *
     * @throws Failure validation {@code unreadable-file}, {@code too-large}
     */
    public void take(Exchange exchange) throws IOException {
        door.take(exchange);
    }

    /**
     * Body in: the adapter's answer. Out: body = its bytes; variables {@code outbox}, {@code address}, {@code properties} and {@code moreProperties} for
     * {@code write-file}. The delivery id is the same for the same content under the same name.
     */
    public void answer(Exchange exchange, @Body ObjectNode answer, @Variable("warnings") List<Warning> warnings,
            @Variable("answerName") String name, @Variable("idempotencyKey") String key) {
        UUID delivery = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        exchange.setVariable("outbox", outbox);
        exchange.setVariable("address", name);
        exchange.setVariable("properties", new DeliveryProperties(delivery, "personal-data", "answered", delivery, Optional.empty(),
                traces.current()));
        exchange.setVariable("moreProperties", warnings.isEmpty() ? Map.of() : Map.of(MiddleSteps.WARNINGS, MiddleSteps.inOneLine(warnings)));
        exchange.getMessage().setBody(answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link FileDoor#leave}. */
    public void leave(Exchange exchange) throws IOException {
        door.leave(exchange, outbox);
    }
}
