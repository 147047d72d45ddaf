package io.eidroutes.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.file.Folder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/**
 * The step of {@code routes/delivery/write-file.camel.yaml}: {@code NAME.response.json} and, there before it,
 * {@code NAME.meta.json} with what more there is to say. An answer that is still there is never overwritten by another one,
 * which is {@code NAME.2.response.json} then; the same delivery once more is written over itself.
 */
public final class OutboxFiles {

    private static final String RESPONSE = ".response.json";
    private static final String META = ".meta.json";
    private static final String DELIVERY = "EID-Delivery-Id";
    private static final int LOCKS = 64;

    private final ObjectMapper json;
    private final Object[] locks = new Object[LOCKS];

    OutboxFiles(ObjectMapper json) {
        this.json = json;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * Body in: the document.
     *
     * @param outbox     where to
     * @param name       NAME
     * @param properties what the meta file says
     * @param more       what else it says
     */
    public void write(@Body byte[] document, @Variable("outbox") Folder outbox, @Variable("address") String name,
            @Variable("properties") DeliveryProperties properties, @Variable("moreProperties") Map<String, String> more) throws IOException {
        if (outbox == null) {
            throw new IllegalStateException("The folder of the answers is not set any more");
        }
        Map<String, String> named = new LinkedHashMap<>(properties.byName());
        Optional.ofNullable(more).ifPresent(named::putAll);
        byte[] meta = json.writeValueAsBytes(named);
        synchronized (locks[Math.floorMod(name.hashCode(), LOCKS)]) {
            int number = 1;
            while (!write(outbox, Folder.numbered(name, number), document, meta, properties.deliveryId().toString())) {
                number++;
            }
        }
    }

    /** False if another answer has that name. */
    private boolean write(Folder outbox, String name, byte[] document, byte[] meta, String delivery) throws IOException {
        if (outbox.has(name + RESPONSE)) {
            if (!deliveryIn(outbox, name + META).equals(Optional.of(delivery))) {
                return false;
            }
            outbox.write(name + RESPONSE, document);
            return true;
        }
        outbox.write(name + META, meta);
        return outbox.writeNew(name + RESPONSE, document);
    }

    private Optional<String> deliveryIn(Folder outbox, String meta) throws IOException {
        Optional<byte[]> there = outbox.read(meta);
        try {
            return there.isEmpty() ? Optional.empty()
                    : Optional.ofNullable(json.readTree(there.get()).path(DELIVERY).textValue());
        } catch (JsonProcessingException e) {
            // It is not of ours.
            return Optional.empty();
        }
    }
}
