package io.eidroutes.simulator.smev;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;

/**
 * Requests as text that is in the transform's normal form already: what is signed is what is written, so that neither the
 * transform under test nor any other is needed to sign.
 */
final class HandMade {

    static final String TYPES = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.3";
    static final String BASIC = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.3";
    static final String CLAIM = "urn://mincomsvyaz/esia/claim_person_permissions/1.0.2";
    static final SigningKey ORGANISATION = SigningKey.demonstration("organisation");

    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String CP = "urn:ietf:params:xml:ns:cpxmlsec:algorithms:";

    private HandMade() {
    }

    static String newMessageId() {
        return messageId(System.currentTimeMillis());
    }

    /** UUID v1 of that moment. */
    static String messageId(long millis) {
        long time = millis * 10_000 + 0x01b21dd213814000L + (long) (Math.random() * 10_000);
        long most = (time << 32) | ((time & 0xFFFF_0000_0000L) >>> 16) | 0x1000 | ((time >>> 48) & 0x0FFF);
        return new UUID(most, 0x8000_0300_0000_0000L | (UUID.randomUUID().getLeastSignificantBits() & 0xFFFF_FFFF_FFFFL)).toString();
    }

    /** The documented example, shortened to one permission. */
    static String claim() {
        return claim(person("1000320657", "Петров", ""), permission("CREDIT", "2628000", "fullname", "CREDIT", "USE_DATA"));
    }

    static String claim(String person, String permissions) {
        return "<ns3:ClaimPersonPermissionsRequest xmlns:ns3=\"" + CLAIM + "\"><ns3:RoutingCode>DEV</ns3:RoutingCode>"
                + "<ns3:personData>" + person + "</ns3:personData><ns3:orgOgrn>1027700198767</ns3:orgOgrn>"
                + "<ns3:claimPermissions>" + permissions + "</ns3:claimPermissions></ns3:ClaimPersonPermissionsRequest>";
    }

    static String person(String oid, String lastName, String document) {
        return "<ns3:personOid>" + oid + "</ns3:personOid><ns3:lastName>" + lastName + "</ns3:lastName>"
                + "<ns3:firstName>Пётр</ns3:firstName>" + document;
    }

    /** @param scopes mnemonics with commas between them, as purposes and actions are */
    static String permission(String sysname, String expire, String scopes, String purposes, String actions) {
        return "<ns3:claimPermission><ns3:sysname>" + sysname + "</ns3:sysname><ns3:expire>" + expire + "</ns3:expire>"
                + list("scope", scopes) + list("purpose", purposes) + list("action", actions) + "</ns3:claimPermission>";
    }

    private static String list(String name, String mnemonics) {
        StringBuilder out = new StringBuilder("<ns3:" + name + "s>");
        for (String mnemonic : mnemonics.isEmpty() ? new String[0] : mnemonics.split(",")) {
            out.append("<ns3:").append(name).append("><ns3:sysname>").append(mnemonic)
                    .append("</ns3:sysname></ns3:").append(name).append(">");
        }
        return out + "</ns3:" + name + "s>";
    }

    /** @param before between MessageID and the content, as in {@code <ns1:NodeID>…}; @param after behind the content */
    static String data(String messageId, String before, String content, String after) {
        return "<ns1:SenderProvidedRequestData xmlns:ns1=\"" + TYPES + "\" Id=\"SIGNED_BY_CONSUMER\"><ns1:MessageID>"
                + messageId + "</ns1:MessageID>" + before + "<ns2:MessagePrimaryContent xmlns:ns2=\"" + BASIC + "\">"
                + content + "</ns2:MessagePrimaryContent>" + after + "</ns1:SenderProvidedRequestData>";
    }

    static String sendRequest(String messageId) {
        return sendRequest(data(messageId, "", claim(), ""), ORGANISATION);
    }

    static String sendRequest(String data, SigningKey key) {
        return envelope("SendRequestRequest", data, signature(data, "SIGNED_BY_CONSUMER", key));
    }

    /** @param nodeId empty: none */
    static String getResponse(String nodeId) {
        return selector("<ns1:NamespaceURI>" + CLAIM + "</ns1:NamespaceURI><ns1:RootElementLocalName>"
                + "ClaimPersonPermissionsRequest</ns1:RootElementLocalName>", nodeId);
    }

    static String selector(String type, String nodeId) {
        String selector = "<ns1:MessageTypeSelector xmlns:ns1=\"" + BASIC + "\" Id=\"SIGNED_BY_CALLER\">" + type
                + "<ns1:Timestamp>2026-01-01T00:00:00Z</ns1:Timestamp>"
                + (nodeId.isEmpty() ? "" : "<ns1:NodeID>" + nodeId + "</ns1:NodeID>") + "</ns1:MessageTypeSelector>";
        return envelope("GetResponseRequest", selector, signature(selector, "SIGNED_BY_CALLER", ORGANISATION));
    }

    static String ack(String messageId, boolean accepted) {
        String target = "<ns1:AckTargetMessage xmlns:ns1=\"" + BASIC + "\" Id=\"SIGNED_BY_CALLER\" accepted=\"" + accepted
                + "\">" + messageId + "</ns1:AckTargetMessage>";
        return envelope("AckRequest", target, signature(target, "SIGNED_BY_CALLER", ORGANISATION));
    }

    static String signature(String canonical, String id, SigningKey key) {
        try {
            String digest = Base64.getEncoder().encodeToString(MessageDigest.getInstance("GOST3411-2012-256", Gost.PROVIDER)
                    .digest(canonical.getBytes(StandardCharsets.UTF_8)));
            String info = "<ds:SignedInfo xmlns:ds=\"" + DS + "\"><ds:CanonicalizationMethod Algorithm=\"" + C14N
                    + "\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"" + CP
                    + "gostr34102012-gostr34112012-256\"></ds:SignatureMethod><ds:Reference URI=\"#" + id
                    + "\"><ds:Transforms><ds:Transform Algorithm=\"" + C14N + "\"></ds:Transform>"
                    + "<ds:Transform Algorithm=\"urn://smev-gov-ru/xmldsig/transform\"></ds:Transform></ds:Transforms>"
                    + "<ds:DigestMethod Algorithm=\"" + CP + "gostr34112012-256\"></ds:DigestMethod><ds:DigestValue>" + digest
                    + "</ds:DigestValue></ds:Reference></ds:SignedInfo>";
            Signature signing = Signature.getInstance("GOST3411-2012-256WITHECGOST3410-2012-256", Gost.PROVIDER);
            signing.initSign(key.key());
            signing.update(info.getBytes(StandardCharsets.UTF_8));
            return "<ds:Signature xmlns:ds=\"" + DS + "\">" + info + "<ds:SignatureValue>"
                    + Base64.getEncoder().encodeToString(signing.sign()) + "</ds:SignatureValue><ds:KeyInfo><ds:X509Data>"
                    + "<ds:X509Certificate>" + Base64.getEncoder().encodeToString(key.certificate().getEncoded())
                    + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String envelope(String root, String signed, String signature) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body><t:" + root
                + " xmlns:t=\"" + TYPES + "\">" + signed + "<t:CallerInformationSystemSignature>" + signature
                + "</t:CallerInformationSystemSignature></t:" + root + "></soap:Body></soap:Envelope>";
    }

    /** POSTs to a URL. */
    static HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
