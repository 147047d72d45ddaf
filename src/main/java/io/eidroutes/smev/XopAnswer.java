package io.eidroutes.smev;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.HashSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An answer in {@code multipart/related}: the envelope in the root part, attachments in the others (XOP 1.0). */
final class XopAnswer {

    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final String ANY_BOUNDARY = "multipart/related";

    private final MimeMultipart parts;
    private final Optional<String> start;

    /**
     * @param contentType as the transport gave it; only {@code start} is taken from it where the body begins with its
     *                    own boundary, because proxies are known to lose or change the header
     * @throws MessagingException when the body is no multipart
     */
    XopAnswer(Optional<String> contentType, byte[] body) throws MessagingException {
        Optional<ContentType> declared = contentType.flatMap(XopAnswer::parse).filter(type -> type.match("multipart/*"));
        boolean showsBoundary = body.length > 2 && body[0] == '-' && body[1] == '-';
        String type = showsBoundary ? ANY_BOUNDARY : declared.map(ContentType::toString).orElse(ANY_BOUNDARY);
        this.parts = new MimeMultipart(new ByteArrayDataSource(body, type));
        this.start = declared.map(found -> found.getParameter("start"));
    }

    /** The octets of the root part: the one that {@code start} names, else the first. */
    byte[] root() throws MessagingException, IOException {
        Optional<BodyPart> named = start.isPresent() ? part(start.get()) : Optional.empty();
        return octets(named.isPresent() ? named.get() : parts.getBodyPart(0));
    }

    /**
     * Puts the octets of the parts, in Base64, where the envelope refers to them. A part is put in once at the most:
     * many references to one large part would make a small answer fill the memory.
     */
    void resolve(Document envelope) throws MessagingException, IOException {
        Set<String> used = new HashSet<>();
        for (Element include : includes(envelope)) {
            String href = include.getAttribute("href");
            if (!href.startsWith("cid:") || !used.add(href)) {
                throw new MessagingException("an include that cannot be resolved");
            }
            String id = URLDecoder.decode(href.substring("cid:".length()).replace("+", "%2B"), StandardCharsets.UTF_8);
            BodyPart part = part(id).orElseThrow(() -> new MessagingException("an include without its part"));
            String text = Base64.getEncoder().encodeToString(octets(part));
            include.getParentNode().replaceChild(envelope.createTextNode(text), include);
        }
    }

    private static List<Element> includes(Document envelope) {
        NodeList live = envelope.getElementsByTagNameNS(XOP, "Include");
        List<Element> includes = new ArrayList<>(live.getLength());
        for (int i = 0; i < live.getLength(); i++) {
            includes.add((Element) live.item(i));
        }
        return includes;
    }

    private Optional<BodyPart> part(String contentId) throws MessagingException {
        String bracketed = contentId.startsWith("<") ? contentId : "<" + contentId + ">";
        return Optional.ofNullable(parts.getBodyPart(bracketed));
    }

    private static byte[] octets(BodyPart part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static Optional<ContentType> parse(String contentType) {
        try {
            return Optional.of(new ContentType(contentType));
        } catch (ParseException odd) {
            return Optional.empty();
        }
    }
}
