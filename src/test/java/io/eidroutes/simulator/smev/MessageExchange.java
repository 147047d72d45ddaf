package io.eidroutes.simulator.smev;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.w3c.dom.Element;

/** One call from its bytes to the bytes of its answer. */
final class MessageExchange {

    private final Scenarios scenarios;
    private final Ledger ledger;
    private final ResponseQueue queue;
    private final SignatureCheck signatures;
    private final AnswerWriter writer;
    private final Supplier<Settings> settings;
    private final SendRequestDesk desk;

    MessageExchange(Scenarios scenarios, Ledger ledger, ResponseQueue queue, SignatureCheck signatures,
                    AnswerWriter writer, Supplier<Settings> settings) {
        this.scenarios = scenarios;
        this.ledger = ledger;
        this.queue = queue;
        this.signatures = signatures;
        this.writer = writer;
        this.settings = settings;
        this.desk = new SendRequestDesk(ledger, queue);
    }

    Reply answer(byte[] body) {
        Settings current = settings.get();
        SoapRequest request;
        try {
            request = SoapRequest.read(body);
        } catch (SmevFault fault) {
            ledger.unreadable();
            return Reply.xml(500, fault.envelope(current.schemaFor(SmevSchema.V1_3), current.style()), false);
        }
        if (request.operation() == Operation.SEND_REQUEST) {
            ledger.sendRequest(SendRequestDesk.messageId(request), body, current.keepMessages());
        }
        List<Effect> effects = scenarios.take(request.operation(), new String(body, StandardCharsets.UTF_8));
        return play(request, current, effects);
    }

    private Reply play(SoapRequest request, Settings current, List<Effect> effects) {
        Optional<Effect.Http> http = first(effects, Effect.Http.class);
        Optional<Effect.Close> close = first(effects, Effect.Close.class);
        Reply reply;
        if (http.isPresent() && !http.get().afterAcceptance()) {
            reply = Reply.of(http.get());
        } else if (close.isPresent() && close.get().moment() == Effect.Close.Moment.BEFORE_ACCEPTANCE) {
            reply = Reply.xml(500, "", false);
        } else {
            Reply worked = work(request, current, effects);
            reply = http.map(Reply::of).orElse(worked);
        }
        Reply slowed = reply.delayed(first(effects, Effect.Slow.class).map(Effect.Slow::millis).orElse(0L))
                .trickling(first(effects, Effect.Trickle.class).map(Effect.Trickle::millis).orElse(0L));
        return close.map(breaking -> slowed.broken(breaking.moment())).orElse(slowed);
    }

    private Reply work(SoapRequest request, Settings current, List<Effect> effects) {
        Names names = new Names(current.schemaFor(request.schema()), current.style());
        try {
            Optional<Effect.Fault> forced = first(effects, Effect.Fault.class);
            if (forced.isPresent()) {
                throw new SmevFault(forced.get());
            }
            check(request, current);
            String xml = switch (request.operation()) {
                case SEND_REQUEST -> {
                    desk.accept(request, current, effects);
                    yield writer.queued(names, current.indented(), SendRequestDesk.messageId(request));
                }
                case GET_RESPONSE -> getResponse(request, names, current, effects);
                case ACK -> ack(request, names);
            };
            return Reply.xml(200, xml, current.xop());
        } catch (SmevFault fault) {
            if (request.operation() == Operation.SEND_REQUEST) {
                ledger.refused(SendRequestDesk.messageId(request), fault.name());
            } else {
                ledger.refused(fault.name());
            }
            return Reply.xml(500, fault.envelope(names.schema(), names.style()), false);
        }
    }

    private void check(SoapRequest request, Settings current) {
        if (!request.hasHeader()) {
            throw new SmevFault("PoorSOAPEnvelopeFormat", "SMEV-100", "Недопустимый формат SOAP-конверта: отсутствует soap:Header");
        }
        Envelopes.check(request);
        if (current.checkSignatures()) {
            signatures.check(request);
        }
    }

    private String getResponse(SoapRequest request, Names names, Settings current, List<Effect> effects) {
        Element selector = request.signed();
        String basic = request.schema().basic();
        Optional<String> namespace = Xml.text(selector, basic, "NamespaceURI");
        Optional<String> root = Xml.text(selector, basic, "RootElementLocalName");
        if (namespace.isPresent() != root.isPresent()) {
            throw SmevFault.invalidContent("SMEV-100003", "Сообщение не соответствует схеме сервиса СМЭВ",
                    "cvc-complex-type.2.4.b: The content of element 'MessageTypeSelector' is not complete.");
        }
        String nodeId = Xml.text(selector, basic, "NodeID").orElse("");
        Optional<ResponseQueue.Shelf> typed = namespace.map(uri -> new ResponseQueue.Shelf(uri, root.orElseThrow(), nodeId));
        Optional<ResponseQueue.Delivered> taken = queue.take(typed, nodeId, current.redeliverAfterMillis());
        ledger.getResponse(taken.isPresent());
        List<Effect.Defective> defects = effects.stream().filter(Effect.Defective.class::isInstance)
                .map(Effect.Defective.class::cast).toList();
        return taken.map(found -> new ResponseQueue.Delivered(found.messageId(), found.answer().with(defects), found.sent()))
                .map(found -> writer.delivered(names, current.indented(), found))
                .orElseGet(() -> writer.emptyQueue(names));
    }

    private String ack(SoapRequest request, Names names) {
        Element target = request.signed();
        if (!queue.acknowledge(target.getTextContent().trim())) {
            throw new SmevFault("TargetMessageIsNotFound", "SMEV-ACK", "Целевое сообщение не найдено");
        }
        ledger.ack(!"false".equals(target.getAttribute("accepted")));
        return writer.acknowledged(names);
    }

    private static <T extends Effect> Optional<T> first(List<Effect> effects, Class<T> type) {
        return effects.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
