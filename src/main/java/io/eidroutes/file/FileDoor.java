package io.eidroutes.file;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import io.eidroutes.trace.Traces;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes do with a file of an inbox, whatever is asked in it: {@link #take} it, let one of many claims be the
 * message ({@link #takeElement}), and {@link #leave} the inbox. Names of files may be somebody's: they are never logged.
 */
public final class FileDoor {

    /** What the names of the files end in, in any case of letters. */
    static final String SUFFIX = ".json";

    private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Inbox inbox;
    private final RejectedFiles rejected;
    private final String client;
    private final Limits limits;
    private final Traces traces;

    /**
     * How much is taken.
     *
     * @param file     longest file in bytes
     * @param document longest file that is no array
     * @param elements most elements of an array; 0 where no array is taken as many
     */
    public record Limits(int file, int document, int elements) {
    }

    /**
     * @param inbox  which files are ready
     * @param client whose files they are
     */
    public FileDoor(Inbox inbox, Folder rejected, String client, Limits limits, Traces traces) {
        this.traces = traces;
        this.inbox = inbox;
        this.rejected = new RejectedFiles(rejected);
        this.client = client;
        this.limits = limits;
    }

    /**
     * Body in: the file, as Camel found it. Out: variables {@code inboxFile} and {@code client}; where the file is one document, body = its
     * bytes and variables {@code idempotencyKey} (the same for this content under this name) and {@code answerName}; where it is an array, body = its
     * elements to be split, and variable {@code batch}. Headers are dropped. A file that another node was faster with ends the route.
     *
     * @throws Failure validation {@code unreadable-file}, {@code too-large}, {@code malformed-json}, {@code invalid-claim}
     */
    public void take(Exchange exchange) throws IOException {
        var path = ((File) exchange.getMessage().getBody(GenericFile.class).getFile()).toPath();
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        traces.follow(exchange, "read file", Optional.empty());
        inbox.handedOut(path.getFileName().toString());
        Optional<Fingerprint> state = Fingerprint.of(path);
        if (state.isEmpty()) {
            exchange.setRouteStop(true);
            return;
        }
        InboxFile file = new InboxFile(path, state.get(), rejected);
        exchange.setVariable(InboxFile.VARIABLE, file);
        exchange.setVariable("client", client);
        requireReadable(file);
        try {
            read(exchange, file);
        } catch (AccessDeniedException e) {
            throw unreadable("permission", "The file may not be read by the user that runs this.");
        } catch (NoSuchFileException e) {
            exchange.setRouteStop(true);
        }
    }

    private void requireReadable(InboxFile file) {
        if (!file.state().ordinary()) {
            throw unreadable("ordinary-file", "It is no ordinary file. Links are not followed.");
        }
        if (!file.hasUsableName()) {
            throw unreadable("name-length", "The name is too long for that of an answer.");
        }
        if (file.state().size() > limits.file()) {
            throw tooLarge(limits.file());
        }
    }

    private void read(Exchange exchange, InboxFile file) throws IOException {
        MessageDigest digest = digest(file.name());
        if (limits.elements() > 0 && isArray(file)) {
            Batch batch = batch(file, digest);
            batch.enter(exchange);
            exchange.getMessage().setBody(batch);
            return;
        }
        if (file.state().size() > limits.document()) {
            throw tooLarge(limits.document());
        }
        try (InputStream content = file.open()) {
            byte[] document = content.readNBytes(limits.document() + 1);
            message(exchange, document, HexFormat.of().formatHex(digest.digest(document)), file.stem());
        }
    }

    private static boolean isArray(InboxFile file) throws IOException {
        try (InputStream content = new BufferedInputStream(file.open())) {
            content.skipNBytes(markIn(file));
            int first = content.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
                first = content.read();
            }
            return first == '[';
        } catch (EOFException empty) {
            return false;
        }
    }

    private Batch batch(InboxFile file, MessageDigest digest) throws IOException {
        long mark = markIn(file);
        try (InputStream content = new BufferedInputStream(file.open())) {
            content.skipNBytes(mark);
            content.mark(2);
            // The reader would take JSON in UTF-16 or UTF-32 for such, which RFC 8259 does not allow between systems.
            if (content.read() == 0 || content.read() == 0) {
                throw Failure.refused("malformed-json", List.of(Violation.of("", "encoding", "The file is not UTF-8.")));
            }
            content.reset();
            List<Batch.Element> elements = ArrayElements.of(content, mark, limits.elements(), digest);
            return new Batch(file, HexFormat.of().formatHex(digest.digest()), elements);
        }
    }

    /** How many bytes a byte order mark takes. */
    private static int markIn(InboxFile file) throws IOException {
        try (InputStream content = file.open()) {
            return Arrays.equals(content.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        }
    }

    /**
     * Body in: an element of an array. Out: variables {@code element}, {@code idempotencyKey} and {@code answerName}; body = its bytes. A file that was
     * changed meanwhile ends the route; it is taken again.
     */
    public void takeElement(Exchange exchange) throws IOException {
        Batch batch = Batch.in(exchange).orElseThrow();
        Batch.Element element = exchange.getMessage().getBody(Batch.Element.class);
        exchange.setVariable(Batch.ELEMENT, element);
        Optional<byte[]> content = batch.read(element);
        if (content.isEmpty()) {
            batch.interrupt();
            exchange.setRouteStop(true);
            return;
        }
        message(exchange, content.get(), batch.key(element), batch.stem(element));
    }

    private static void message(Exchange exchange, byte[] document, String key, String answerName) {
        exchange.setVariable("idempotencyKey", key);
        exchange.setVariable("answerName", answerName);
        exchange.getMessage().setBody(document);
    }

    /** The element that this message is about became that claim. */
    public void accepted(Exchange exchange, Object claim) {
        Batch.in(exchange).ifPresent(batch ->
                batch.accepted(exchange.getVariable(Batch.ELEMENT, Batch.Element.class), claim));
    }

    /**
     * What was asked is stored or refused, so the file leaves the inbox; an array does once all of it is, and a summary of
     * it is in the outbox as {@code NAME.summary.json}.
     */
    public void leave(Exchange exchange, Folder outbox) throws IOException {
        InboxFile file = InboxFile.in(exchange).orElseThrow();
        Optional<Batch> batch = Batch.in(exchange);
        if (batch.isPresent()) {
            if (!batch.get().isComplete()) {
                LOG.warn("{} claims of a file of client {} are accepted or refused; the file stays for the others",
                        batch.get().accepted() + batch.get().refused(), client);
                return;
            }
            outbox.writeBeside(file.stem(), ".summary.json", batch.get().summary());
            LOG.info("A file of client {} held {} claims that are accepted and {} that are refused", client,
                    batch.get().accepted(), batch.get().refused());
        }
        if (!file.erase()) {
            LOG.info("A file of client {} was changed or taken away before it was erased", client);
        }
    }

    private static MessageDigest digest(String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available");
        }
    }

    private static Failure unreadable(String rule, String message) {
        return Failure.refused("unreadable-file", List.of(Violation.of("", rule, message)));
    }

    private static Failure tooLarge(int most) {
        return Failure.refused("too-large", List.of(Violation.of("", "size", "The file is longer than " + most + " bytes.")));
    }
}
