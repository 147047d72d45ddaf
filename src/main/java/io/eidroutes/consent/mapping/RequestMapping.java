package io.eidroutes.consent.mapping;

import io.eidroutes.consent.validation.ClaimRequest;
import io.eidroutes.consent.validation.ClaimValidator;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
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

    private static final Pattern STANDARD_CODE = Pattern.compile("[A-Z]{4}[0-9]{4}");

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
            LOG.error("The mapping of a request failed at line {} of its stylesheet ({})", e.getLineNumber(), code(e));
            throw Failure.of(Family.VALIDATION, "EID-MAPPING");
        }
    }

    /** XSLT's own codes alone: a stylesheet may raise an error with a name that it made of the request. */
    private static String code(SaxonApiException failure) {
        QName code = failure.getErrorCode();
        boolean known = code != null && STANDARD_CODE.matcher(code.getLocalName()).matches();
        return known ? code.getLocalName() : "no standard code";
    }
}
