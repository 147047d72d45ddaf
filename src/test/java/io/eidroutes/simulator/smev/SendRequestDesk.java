package io.eidroutes.simulator.smev;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** SendRequest: from the message's own values to its acceptance and the plan of its answers. */
final class SendRequestDesk {

    private static final Pattern UUID_V1 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    /** From 1582-10-15, where UUID time begins, to 1970, in units of 100 ns. */
    private static final long UUID_EPOCH = 0x01b21dd213814000L;

    private final Ledger ledger;
    private final ResponseQueue queue;
    private final EsiaRegistry esia = new EsiaRegistry();
    private final NoArgGenerator messageIds = Generators.timeBasedGenerator();

    SendRequestDesk(Ledger ledger, ResponseQueue queue) {
        this.ledger = ledger;
        this.queue = queue;
    }

    /** As it stands in the request, whatever its form; empty where there is none. */
    static String messageId(SoapRequest request) {
        return Xml.child(request.root(), request.schema().types(), "SenderProvidedRequestData")
                .flatMap(data -> Xml.text(data, request.schema().types(), "MessageID")).orElse("");
    }

    void accept(SoapRequest request, Settings settings, List<Effect> effects) {
        Element data = request.signed();
        String types = request.schema().types();
        UUID id = checkedId(messageId(request), settings);
        Optional<String> eol = Xml.text(data, types, "EOL");
        Optional<String> nodeId = Xml.text(data, types, "NodeID");
        boolean testMessage = Xml.child(data, types, "TestMessage").isPresent();
        ledger.details(id.toString(), eol, nodeId, testMessage);
        ledger.form(id.toString(), request.schema().version(), SignatureCheck.method(request));
        if (ledger.isAccepted(id)) {
            throw alreadySent();
        }
        if (eol.map(Envelopes::instant).orElse(Long.MAX_VALUE) < System.currentTimeMillis()) {
            throw new SmevFault("EndOfLifeReached", "SMEV-EOL", "Срок жизни сообщения истёк");
        }
        checkTestMessage(testMessage, settings);
        Element content = Xml.children(Xml.child(data, request.schema().basic(), "MessagePrimaryContent").orElseThrow()).get(0);
        Effect.Esia verdict = judge(content, id);
        if (!ledger.accept(id, SmevTransform.of(content))) {
            throw alreadySent();
        }
        ResponseQueue.Shelf shelf = new ResponseQueue.Shelf(Claim.NAMESPACE, Claim.ROOT, nodeId.orElse(""));
        for (Answer answer : Answer.plan(id.toString(), verdict, effects)) {
            queue.put(messageIds.generate().toString(), answer, shelf, settings.answerDelayMillis() + answer.delayMillis());
        }
    }

    private static UUID checkedId(String text, Settings settings) {
        if (!UUID_V1.matcher(text).matches()) {
            throw new SmevFault("InvalidMessageIdFormat", "SMEV-MID", "MessageID не является UUID версии 1");
        }
        UUID id = UUID.fromString(text);
        long millis = (id.timestamp() - UUID_EPOCH) / 10_000;
        if (System.currentTimeMillis() - millis > settings.messageIdLifeSeconds() * 1000) {
            throw new SmevFault("StaleMessageId", "SMEV-STALE", "MessageID сгенерирован слишком давно");
        }
        return id;
    }

    private static void checkTestMessage(boolean present, Settings settings) {
        boolean refused = switch (settings.testMessages()) {
            case ANY -> false;
            case REQUIRED -> !present;
            case FORBIDDEN -> present;
        };
        if (refused) {
            throw SmevFault.invalidContent("SMEV-TEST", "Признак TestMessage не соответствует среде", "TestMessage");
        }
    }

    private Effect.Esia judge(Element content, UUID id) {
        if (!Xml.is(content, Claim.NAMESPACE, Claim.ROOT)) {
            throw new SmevFault("BusinessDataTypeIsNotSupported", "SMEV-VS", "Вид сведений не зарегистрирован в СМЭВ");
        }
        Optional<String> violation = Claim.violation(content);
        if (violation.isPresent()) {
            throw SmevFault.invalidContent("SMEV-403", "SMEV-403:Бизнес-данные сообщения не соответствуют схеме, "
                    + "зарегистрированной в СМЭВ. MessageId = " + id, violation.get());
        }
        EsiaRegistry.Verdict verdict = esia.judge(Claim.of(content));
        return new Effect.Esia("", verdict.personOid(), verdict.errors());
    }

    private static SmevFault alreadySent() {
        return new SmevFault("MessageIsAlreadySent", "SMEV-DUP", "Сообщение с таким MessageID уже отправлено");
    }
}
