package io.eidroutes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code reaches the treatment of its branch when Camel runs the shipped routers. */
class RouterTest {

    private static FailureRoutesInCamel routes;

    @BeforeAll
    static void start() throws Exception {
        routes = FailureRoutesInCamel.withNotedTreatments();
    }

    @AfterAll
    static void stop() {
        routes.close();
    }

    static Stream<Arguments> branches() {
        return FailureRoute.routedFamilies().stream().flatMap(family -> FailureRoute.routerOf(family)
                .branches("failureCode").stream()
                .map(branch -> Arguments.of(family.label(), branch.value(), branch.leadsTo().get(0))));
    }

    static Stream<Arguments> otherwises() {
        return FailureRoute.routedFamilies().stream()
                .map(family -> Arguments.of(family.label(), FailureRoute.routerOf(family).otherwise().get(0)));
    }

    @ParameterizedTest
    @MethodSource("branches")
    void whenCodeHasABranchThenItsTreatmentIsReached(String family, String code, String treatment) {
        assertReached(routes.fail(family, code), code, treatment);
    }

    @ParameterizedTest
    @MethodSource("otherwises")
    void whenCodeIsUnknownThenOtherwiseIsReachedAndTheCodeIsKept(String family, String treatment) {
        assertReached(routes.fail(family, "NO-SUCH-CODE"), "NO-SUCH-CODE", treatment);
        assertReached(routes.fail(family, ""), "", treatment);
        assertReached(routes.fail(family, "${body} == 'x' || true"), "${body} == 'x' || true", treatment);
    }

    @ParameterizedTest
    @CsvSource({"esia-of-another, 500", "no-such-family, AccessDenied"})
    void whenFamilyHasNoRouterThenTheCodeIsKept(String family, String code) {
        assertReached(routes.fail(family, code), code, "keep-unknown");
    }

    /** The rules of the documents that the shipped routers stand for; a deployment that moves a branch moves it here. */
    @ParameterizedTest
    @CsvSource({
        "esia,           answer-caller,        ESIA-036700 ESIA-036701 ESIA-036702 ESIA-036703 ESIA-036704 ESIA-036705 "
                + "ESIA-036706 ESIA-036707 ESIA-036716 ESIA-036726 ESIA-036727 ESIA-030002 ESIA-030003",
        "esia,           ask-user,             ESIA-020002 ESIA-033001 ESIA-033002 ESIA-033010 ESIA-036102",
        "esia,           retry-later,          ESIA-000001",
        "esia,           tell-operator,        ESIA-005003 ESIA-039870",
        "esia,           quarantine-answer,    EID-UNREADABLE-ANSWER",
        "smev-rejection, tell-operator,        ACCESS_DENIED UNKNOWN_REQUEST_DESCRIPTION",
        "smev-rejection, answer-caller,        NO_DATA",
        "smev-rejection, retry-later,          FAILURE",
        "smev-fault,     retry-same-message,   SMEVFailure DestinationOverflow",
        "smev-fault,     reissue-message,      EndOfLifeReached StaleMessageId",
        "smev-fault,     treat-as-sent,        MessageIsAlreadySent",
        "smev-fault,     ignore,               TargetMessageIsNotFound",
        "smev-fault,     answer-caller,        InvalidContent BusinessDataTypeIsNotSupported TransactionCodeInvalid "
                + "InvalidMessageIdFormat AttachmentContentMiscoordination AttachmentSizeLimitExceeded "
                + "QuoteLimitExceeded cancelled messageIsArchived",
        "smev-fault,     tell-operator,        AccessDenied PersonalAccessDenied SenderIsNotRegistered "
                + "RecipientIsNotFound UnknownMessageType requestIsRejectedBySmev doesNotExist",
        "smev-fault,     hold-for-operator,    SignatureVerificationFault PoorSOAPEnvelopeFormat NoSignatureFound "
                + "IncorrectSignatureTarget SignatureIsInvalid CertificateIsNotFound CertificateIsExpired",
        "smev-fault,     note-for-operator,    responseIsRejectedBySmev EID-FOREIGN-ANSWER",
        "smev-fault,     alert-security,       EID-SIGNATURE-MISSING EID-SIGNATURE-INVALID EID-SIGNATURE-UNTRUSTED "
                + "EID-SENDER-UNEXPECTED",
        "smev-fault,     retry-then-keep-unknown, no-detail",
        "transport,      retry-same-message,   unknown-host connection-refused connect-timeout tls-failure pool-timeout "
                + "connection-reset read-timeout gateway-error unreadable-answer EID-MAINTENANCE",
        "transport,      retry-and-tell-operator, circuit-open EID-STORE-UNREACHABLE EID-TOO-MANY-CLAIMS",
        "transport,      hold-for-operator,    client-error server-error",
        "transport,      ignore,               EID-LEASE-LOST",
        "transport,      end-claim,            EID-DEADLINE EID-SEND-UNCERTAIN",
        "transport,      retry-later,          internal-error EID-BROKER-UNREACHABLE",
        "aitu-token,      tell-operator,         invalid_request invalid_client unauthorized_client "
                + "unsupported_grant_type invalid_scope EID-UNREADABLE-ANSWER "
                + "EID-REDIRECTED EID-REFUSED EID-NO-ID-TOKEN "
                + "EID-TRUSTED-PHONE-REFUSED",
        "aitu-token,      ask-user,              invalid_grant",
        "aitu-token,      retry-later,           server_error temporarily_unavailable EID-NO-ANSWER "
                + "EID-SERVER-ERROR",
        "id-token,        tell-operator,         unreadable times-missing expired not-yet-valid too-old "
                + "nonce-missing wrong-subject no-person wrong-iin "
                + "phone-missing",
        "id-token,        alert-security,        algorithm-not-allowed critical-header wrong-type unknown-key "
                + "signature-invalid wrong-issuer wrong-audience "
                + "wrong-authorized-party wrong-nonce wrong-access-token-hash",
        "id-token,        retry-later,           keys-unavailable",
        "id-token,        ask-user,              other-person",
        "validation,     answer-caller,        malformed-json too-large unsupported-media-type invalid-claim "
                + "unauthenticated not-permitted idempotency-conflict unknown-claim invalid-request code-already-exchanged "
                + "invalid-identification unknown-identification no-result-ticket unknown-result-ticket "
                + "spent-result-ticket expired-result-ticket no-result",
        "validation,     retry-later,          EID-MAPPING",
        "validation,     tell-operator,        EID-ROUTING-CODE",
        "coid,           ask-user,             photo-mismatch under-age iin-not-found liveness-failed face-mismatch",
        "coid,           retry-same-message,   service-unavailable state-service-error adapter-error",
        "coid,           retry-later,          credentials-refused",
        "coid,           tell-operator,        access-denied request-refused no-person deadline delivery-deadline",
        "coid,           alert-security,       other-person",
        "aitu-authorization, ask-user, access_denied interaction_required login_required account_selection_required "
                + "consent_required EID-STATE-USED EID-STATE-EXPIRED EID-ALREADY-IDENTIFIED "
                + "EID-ENDED EID-TICKET-UNKNOWN EID-TICKET-EXPIRED EID-TOO-MANY-ATTEMPTS "
                + "EID-TOO-MANY-REQUESTS EID-EXPIRED EID-INTERRUPTED",
        "aitu-authorization, tell-operator, invalid_request unauthorized_client unsupported_response_type invalid_scope "
                + "invalid_request_uri invalid_request_object request_not_supported "
                + "request_uri_not_supported registration_not_supported client_id_is_not_valid "
                + "request_contains_invalid_scopes not_allowed_scopes illegal_base64_character "
                + "userdatavalidatorid EID-ISSUER-MISSING",
        "aitu-authorization, retry-later, server_error temporarily_unavailable",
        "aitu-authorization, alert-security, EID-CALLBACK-MALFORMED EID-STATE-MISSING EID-STATE-UNKNOWN EID-COOKIE-MISSING "
                + "EID-COOKIE-FOREIGN EID-ISSUER-WRONG",
        "aitu-authorization, answer-caller, EID-CANCELLED"})
    void whenRoutersAreAsShippedThenCodesAreTreatedAsTheDocumentsSay(String family, String treatment, String codes) {
        assertThat(codes.split(" ")).allSatisfy(code -> assertReached(routes.fail(family, code), code, treatment));
    }

    private static void assertReached(Exchange exchange, String code, String treatment) {
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getVariable("reached")).isEqualTo(treatment);
        assertThat(exchange.getVariable("failureCode")).isEqualTo(code);
        assertThat(exchange.getVariable("recorded")).isEqualTo(true);
    }
}
