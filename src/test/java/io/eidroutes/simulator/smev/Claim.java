package io.eidroutes.simulator.smev;

import io.eidroutes.simulator.smev.ContentModel.Part;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A request for consents as ESIA reads it. Every text is empty where the element is absent: ESIA tells the two apart
 * no more than this does.
 */
record Claim(Person person, List<Permission> permissions) {

    static final String NAMESPACE = "urn://mincomsvyaz/esia/claim_person_permissions/1.0.2";
    static final String ROOT = "ClaimPersonPermissionsRequest";
    private static final int MANY = Integer.MAX_VALUE;

    /** @param document empty where none was given */
    record Person(String oid, String snils, String lastName, String firstName, Optional<IdentityDocument> document) {
    }

    record IdentityDocument(String type, String series, String number) {
    }

    record Permission(String sysname, String expire, List<String> scopes, List<String> purposes, List<String> actions) {
    }

    /**
     * Names and order of the documented XML. What ESIA has a code of its own for may be missing, so that ESIA judges it.
     */
    private static final ContentModel MODEL = ContentModel.of(
            text("RoutingCode", 1),
            part("personData", 1, 1,
                    text("personOid", 0), text("snils", 0), text("lastName", 0), text("firstName", 0), text("middleName", 0),
                    part("personDocument", 0, 1, text("type", 0), text("series", 0), text("number", 0))),
            text("orgOgrn", 1),
            part("claimPermissions", 1, 1, part("claimPermission", 1, MANY,
                    text("sysname", 0), text("expire", 0), text("responsibleObject", 0), text("sessionId", 0),
                    part("scopes", 0, 1, part("scope", 0, MANY,
                            text("sysname", 1), text("name", 0), text("description", 0), text("required", 0))),
                    part("purposes", 0, 1, part("purpose", 0, MANY, text("sysname", 1), text("name", 0))),
                    part("actions", 0, 1, part("action", 0, MANY, text("sysname", 1), text("name", 0))),
                    part("sites", 0, 1, part("site", 0, MANY,
                            text("url", 1), text("description", 0), text("require", 0))),
                    part("terms", 0, 1, part("term", 0, MANY,
                            text("sysname", 1), text("require", 0), text("requireReason", 0))))));

    /** What is wrong with names or order; empty where nothing is. */
    static Optional<String> violation(Element root) {
        return MODEL.violation(root);
    }

    /** Only after {@link #violation} found nothing. */
    static Claim of(Element root) {
        Element person = child(root, "personData").orElseThrow();
        Element permissions = child(root, "claimPermissions").orElseThrow();
        return new Claim(
                new Person(value(person, "personOid"), value(person, "snils"), value(person, "lastName"),
                        value(person, "firstName"), child(person, "personDocument").map(document -> new IdentityDocument(
                                value(document, "type"), value(document, "series"), value(document, "number")))),
                Xml.children(permissions).stream().map(Claim::permission).toList());
    }

    private static Permission permission(Element element) {
        return new Permission(value(element, "sysname"), value(element, "expire"),
                mnemonics(element, "scopes"), mnemonics(element, "purposes"), mnemonics(element, "actions"));
    }

    private static List<String> mnemonics(Element permission, String list) {
        return child(permission, list).map(Xml::children).orElse(List.of()).stream()
                .map(element -> value(element, "sysname")).toList();
    }

    private static Optional<Element> child(Element parent, String name) {
        return Xml.child(parent, NAMESPACE, name);
    }

    private static String value(Element parent, String name) {
        return Xml.text(parent, NAMESPACE, name).map(String::trim).orElse("");
    }

    private static Part text(String name, int least) {
        return new Part(NAMESPACE, name, least, 1, ContentModel.ANYTHING);
    }

    private static Part part(String name, int least, int most, Part... parts) {
        return new Part(NAMESPACE, name, least, most, Optional.of(ContentModel.of(parts)));
    }
}
