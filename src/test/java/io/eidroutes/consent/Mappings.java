package io.eidroutes.consent;

/** The mappings as they are shipped. */
final class Mappings {

    static final String XSD = "claim-person-permissions-1.0.2.xsd";

    private Mappings() {
    }

    static MappingFolder shipped() {
        return new MappingFolder("file:routes/consent/mapping");
    }

    static RequestMapping request() {
        return new RequestMapping(new Stylesheet(shipped(), "request.xsl"));
    }

    static RequestSchema requestSchema() {
        return new RequestSchema(new XmlSchema(shipped(), XSD));
    }

    static ResponseMapping response() {
        return new ResponseMapping(new Stylesheet(shipped(), "response.xsl"));
    }
}
