package io.eidroutes.consent;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.privacy.Undecryptable;
import io.eidroutes.smev.AnswerInHand;
import io.eidroutes.store.GivenId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * The operator's desk for answers that could not be believed or read, on the management port: {@code GET
 * /actuator/quarantine} lists them without their content; {@code POST /actuator/quarantine/ID} with {@code {"action":
 * "release"}} verifies one again, once the trust is mended, and takes it the way of a new delivery; with {@code "refuse"}
 * СМЭВ is told that its signature did not verify, and the message is then lost for us but for the copy here;
 * {@code DELETE /actuator/quarantine/ID} drops the copy.
 */
@Endpoint(id = "quarantine")
public final class QuarantineEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineEndpoint.class);
    private static final int MOST = 1000;
    private static final int CONFLICT = 409;

    private final QuarantineDesk desk;
    private final CamelContext camel;
    private final Catalogue catalogue;

    QuarantineEndpoint(QuarantineDesk desk, CamelContext camel, Catalogue catalogue) {
        this.desk = desk;
        this.camel = camel;
        this.catalogue = catalogue;
    }

    /** The first thousand. */
    @ReadOperation
    public List<QuarantineDesk.Quarantined> list() {
        return desk.list(MOST);
    }

    /** {@code release} or {@code refuse}. */
    @WriteOperation
    public WebEndpointResponse<Object> one(@Selector String id, String action) throws Exception {
        if (!action.equals("release") && !action.equals("refuse")) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
        }
        Optional<UUID> known = GivenId.of(id);
        Optional<byte[]> content;
        try {
            content = known.flatMap(desk::content);
        } catch (Undecryptable e) {
            return not("it cannot be decrypted with the present keys");
        }
        if (content.isEmpty()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        return action.equals("release") ? release(known.get(), content.get()) : refuse(known.get(), content.get());
    }

    private WebEndpointResponse<Object> release(UUID id, byte[] content) throws Exception {
        Exchange received = send("direct:release-answer", content);
        boolean stored = AnswerInHand.in(received).map(AnswerInHand::stored).orElse(false);
        LOG.warn("By the operator's word the answer {} was verified again: {}", id, stored ? "taken" : why(received));
        if (!stored) {
            return not(why(received));
        }
        desk.drop(id);
        return new WebEndpointResponse<>(Map.of("done", true));
    }

    private WebEndpointResponse<Object> refuse(UUID id, byte[] content) throws Exception {
        Exchange answered = send("direct:refuse-answer", content);
        boolean refused = answered.getVariable("refused", false, Boolean.class);
        LOG.warn("By the operator's word the answer {} was refused to SMEV: {}", id, refused ? "done" : why(answered));
        return refused ? new WebEndpointResponse<>(Map.of("done", true)) : not(why(answered));
    }

    /** Drops the copy; СМЭВ, which has no Ack for it, delivers the message again. */
    @DeleteOperation
    public WebEndpointResponse<Object> drop(@Selector String id) {
        Optional<UUID> known = GivenId.of(id);
        if (known.isEmpty() || !desk.drop(known.get())) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        LOG.warn("By the operator's word the answer {} was dropped from quarantine", known.get());
        return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
    }

    private Exchange send(String route, byte[] content) throws Exception {
        try (FluentProducerTemplate routes = camel.createFluentProducerTemplate()) {
            return routes.to(route).withBody(content).send();
        }
    }

    private String why(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable("failure", Failure.class)).map(catalogue::codeInTheClear)
                .orElse("internal-error");
    }

    private static WebEndpointResponse<Object> not(String why) {
        return new WebEndpointResponse<>(Map.of("done", false, "why", why), CONFLICT);
    }
}
