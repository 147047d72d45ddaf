package io.eidroutes.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;

/**
 * A file that holds an array: each of its elements is a claim. As the variable {@code batch}; handed to a split, it
 * gives one {@link Element} after the other until something says that the rest is to wait.
 */
public final class Batch implements Iterator<Batch.Element> {

    /** The variable that holds the element that a message is about. */
    static final String ELEMENT = "element";
    private static final String VARIABLE = "batch";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InboxFile file;
    private final String digest;
    private final List<Element> elements;
    private final Map<Integer, ObjectNode> results = new TreeMap<>();

    private int next;
    private int refused;
    private boolean interrupted;

    /**
     * Where an element stands in the file.
     *
     * @param number from 1
     * @param start  the first octet
     * @param end    behind the last one
     */
    record Element(int number, long start, long end) {
    }

    Batch(InboxFile file, String digest, List<Element> elements) {
        this.file = file;
        this.digest = digest;
        this.elements = List.copyOf(elements);
    }

    static Optional<Batch> in(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable(VARIABLE, Batch.class));
    }

    void enter(Exchange exchange) {
        exchange.setVariable(VARIABLE, this);
    }

    @Override
    public boolean hasNext() {
        return !interrupted && next < elements.size();
    }

    @Override
    public Element next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return elements.get(next++);
    }

    /** The octets of the element, or nothing where the file is not the one any more that was looked through. */
    Optional<byte[]> read(Element element) throws IOException {
        if (!file.isUnchanged()) {
            return Optional.empty();
        }
        try (InputStream content = file.open()) {
            content.skipNBytes(element.start());
            byte[] read = content.readNBytes(Math.toIntExact(element.end() - element.start()));
            return file.isUnchanged() ? Optional.of(read) : Optional.empty();
        }
    }

    /** The same whenever this content comes under this name. */
    String key(Element element) {
        return digest + "#" + element.number();
    }

    /** What the element's answer is named after. */
    String stem(Element element) {
        return file.stem() + String.format(".%04d", element.number());
    }

    void accepted(Element element, Object claim) {
        results.put(element.number(), JSON.createObjectNode().put("number", element.number()).put("claim_id", claim.toString()));
    }

    void refused(Element element, String code, Reason reason) throws IOException {
        byte[] content = read(element).orElseThrow(() -> new IOException("The file was changed"));
        String name = file.rejected().add(stem(element), content, reason);
        refused++;
        results.put(element.number(),
                JSON.createObjectNode().put("number", element.number()).put("code", code).put("problem", name));
    }

    /** What is left waits until the file is taken again. */
    void interrupt() {
        interrupted = true;
    }

    boolean isComplete() {
        return results.size() == elements.size();
    }

    int accepted() {
        return results.size() - refused;
    }

    int refused() {
        return refused;
    }

    /** {@code {claims, accepted, refused, results: [{number, claim_id} or {number, code, problem}]}}; the same each time. */
    byte[] summary() throws IOException {
        ObjectNode summary = JSON.createObjectNode().put("claims", elements.size()).put("accepted", accepted()).put("refused", refused);
        summary.putArray("results").addAll(results.values());
        return JSON.writeValueAsBytes(summary);
    }
}
