package io.eidroutes.simulator.smev;

import java.util.List;

/**
 * A refusal of СМЭВ on its way to becoming a SOAP fault.
 *
 * <p>The names that the schema of faults keeps inside {@code SignatureVerificationFault} (PoorSOAPEnvelopeFormat …
 * CertificateIsExpired) are no elements of their own there but the text of an inner element of that name.
 */
final class SmevFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final List<String> OF_SIGNATURE = List.of("PoorSOAPEnvelopeFormat", "NoSignatureFound",
            "IncorrectSignatureTarget", "SignatureIsInvalid", "CertificateIsNotFound", "CertificateIsExpired");

    private final String name;
    private final transient Effect.Fault content;

    SmevFault(Effect.Fault content) {
        super(content.name(), null, false, false);
        this.name = content.name();
        this.content = content;
    }

    SmevFault(String name, String code, String description) {
        this(new Effect.Fault(name, code, description, false, List.of()));
    }

    static SmevFault invalidContent(String code, String description, String error) {
        return new SmevFault(new Effect.Fault("InvalidContent", code, description, false, List.of(error)));
    }

    /** The name of the refusal, the inner one where it is one of the signature. */
    String name() {
        return name;
    }

    /** A whole envelope. */
    String envelope(SmevSchema schema, Style style) {
        String soap = style.soap();
        String detail = content.withoutDetail() ? "" : "<detail>" + detail(schema, style) + "</detail>";
        return "<" + soap + ":Envelope xmlns:" + soap + "=\"" + SoapRequest.SOAP + "\"><" + soap + ":Body><" + soap + ":Fault>"
                + "<faultcode>" + soap + ":Server</faultcode>"
                + "<faultstring>" + Xml.escape(content.description().isEmpty() ? name : content.description()) + "</faultstring>"
                + detail + "</" + soap + ":Fault></" + soap + ":Body></" + soap + ":Envelope>";
    }

    private String detail(SmevSchema schema, Style style) {
        boolean inner = OF_SIGNATURE.contains(name);
        Names names = new Names(schema, style);
        String element = names.faults(inner ? "SignatureVerificationFault" : name);
        StringBuilder out = new StringBuilder("<").append(element).append(names.declarations()).append('>');
        out.append(names.basicElement("Code", content.code()));
        out.append(names.basicElement("Description", content.description()));
        if (inner) {
            out.append(names.faultsElement("SignatureVerificationFault", name));
        }
        for (String error : content.validationErrors()) {
            String tag = names.faults("ValidationError");
            out.append('<').append(tag).append(" errorPosition=\"-1\">").append(Xml.escape(error)).append("</").append(tag).append('>');
        }
        return out.append("</").append(element).append('>').toString();
    }
}
