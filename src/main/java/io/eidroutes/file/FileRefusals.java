package io.eidroutes.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Failures;
import io.eidroutes.failure.Kind;
import io.eidroutes.failure.ProblemDocuments;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a file whose processing failed, as the treatments decide: it is refused, or it stays and is tried again. */
public final class FileRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(FileRefusals.class);

    private final ProblemDocuments problems;
    private final Catalogue catalogue;
    private final ObjectMapper json;

    FileRefusals(ProblemDocuments problems, Catalogue catalogue, ObjectMapper json) {
        this.problems = problems;
        this.catalogue = catalogue;
        this.json = json;
    }

    /**
     * In: variables failure, failureId, kind and retryable. The file goes to the rejected ones with the problem document and a meta
     * file that holds the failure's id; where it is one claim of many, that claim does.
     *
     * @return false if the message came from no file
     */
    public boolean refuse(Exchange exchange) {
        Optional<InboxFile> file = InboxFile.in(exchange);
        if (file.isEmpty()) {
            return false;
        }
        Failure failure = exchange.getVariable("failure", Failure.class);
        byte[] problem = problems.write(failure, Kind.of(exchange.getVariable("kind", String.class)),
                exchange.getVariable("retryable", Boolean.class));
        try {
            Reason reason = new Reason(problem, meta(exchange));
            Optional<Batch> batch = Batch.in(exchange);
            if (batch.isPresent()) {
                batch.get().refused(exchange.getVariable(Batch.ELEMENT, Batch.Element.class), failure.code(), reason);
            } else {
                file.get().rejected().take(file.get(), reason);
            }
        } catch (IOException e) {
            LOG.error("A refused file could not be moved; it stays in the inbox: {}", e.getClass().getName());
            again(exchange);
        }
        return true;
    }

    private byte[] meta(Exchange exchange) throws IOException {
        Map<String, String> named = new LinkedHashMap<>();
        named.put(Failures.ID_HEADER, exchange.getVariable(Failures.ID, String.class));
        named.putAll(FailureSummary.of(exchange, catalogue).byName());
        return json.writeValueAsBytes(named);
    }

    /**
     * The file stays in the inbox and is taken again after a pause.
     *
     * @return false if the message came from no file
     */
    public boolean again(Exchange exchange) {
        Batch.in(exchange).ifPresent(Batch::interrupt);
        return InboxFile.in(exchange).isPresent();
    }
}
