package io.eidroutes.consent;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the accepted JSON into {@code ClaimPersonPermissionsRequest} by {@code request.xsl}. Text is carried exactly:
 * what cannot be was refused by {@link ClaimValidator}. Safe for use by many threads.
 */
public final class RequestMapping {

    private static final Logger LOG = LoggerFactory.getLogger(RequestMapping.class);

    private final Stylesheet stylesheet;

    public RequestMapping(Stylesheet stylesheet) {
        this.stylesheet = stylesheet;
    }

    /**
     * The XML of the request in UTF-8.
     *
     * @param json {@link ClaimRequest#json()}, a validated request
     * @throws Failure {@code EID-MAPPING} of the family {@code validation} if the stylesheet fails
     */
    public byte[] map(byte[] json) {
        try {
            return stylesheet.call("json", new String(json, StandardCharsets.UTF_8));
        } catch (SaxonApiException e) {
            QName code = e.getErrorCode();
            LOG.error("The mapping of a request failed at line {} of its stylesheet ({})",
                    e.getLineNumber(), code == null ? "no code" : code.getLocalName());
            throw Failure.of(Family.VALIDATION, "EID-MAPPING");
        }
    }
}
