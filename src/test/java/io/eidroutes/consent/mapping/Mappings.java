package io.eidroutes.consent.mapping;

/** The mappings as they are shipped. */
public final class Mappings {

    public static final String XSD = "claim-person-permissions-1.0.2.xsd";

    private Mappings() {
    }

    public static MappingFolder shipped() {
        return new MappingFolder("file:routes/consent/mapping");
    }

    public static RequestMapping request() {
        return new RequestMapping(new Stylesheet(shipped(), "request.xsl"));
    }

    public static RequestSchema requestSchema() {
        return new RequestSchema(new XmlSchema(shipped(), XSD));
    }

    public static ResponseMapping response() {
        return new ResponseMapping(new Stylesheet(shipped(), "response.xsl"));
    }
}
