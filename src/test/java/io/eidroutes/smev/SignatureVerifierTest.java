package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.failure.Failure;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Who is believed, and when. What is done to documents to deceive is in {@link SignatureAttackTest}. */
class SignatureVerifierTest {

    private final GostKeys smev = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "smev");
    private final GostKeys sender = GostKeys.selfSigned(GostAlgorithm.GOST_2012_512, "sender");

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenReplyIsSignedByATrustedCertificateThenAccepted(GostAlgorithm algorithm) {
        GostKeys keys = GostKeys.selfSigned(algorithm, "smev");
        Document reply = Answers.sign(Answers.read(Answers.queued()), keys.signer(), "MessageMetadata", "SMEVSignature");

        assertThatCode(() -> verifier(keys.certificate()).verifySendRequestReply(reply)).doesNotThrowAnyException();
    }

    @Test
    void whenBothSignaturesHoldThenAccepted() {
        assertThatCode(() -> both().verifyResponse(message(signed()))).doesNotThrowAnyException();
    }

    @Test
    void whenVerifiedAgainThenAcceptedFromMemory() {
        SignatureVerifier verifier = both();
        Document answer = signed();
        verifier.verifyResponse(message(answer));

        assertThatCode(() -> verifier.verifyResponse(message(answer))).doesNotThrowAnyException();
    }

    @Test
    void whenNobodyIsTrustedThenNothingIsVerified() {
        SignatureVerifier trusting = new SignatureVerifier(List.of(), List.of(), new BouncyCastleGost(), Clock.systemUTC());

        assertThatCode(() -> trusting.verifyResponse(message(Answers.read(Answers.response(Answers.CONTENT)))))
                .doesNotThrowAnyException();
        assertThatCode(() -> trusting.verifySendRequestReply(Answers.read(Answers.queued()))).doesNotThrowAnyException();
    }

    @Test
    void whenSignatureIsMissingThenMissing() {
        Document onlySender = Answers.sign(Answers.read(Answers.response(Answers.CONTENT)), sender.signer(),
                "SenderProvidedResponseData", "SenderInformationSystemSignature");
        Document onlySmev = Answers.sign(Answers.read(Answers.response(Answers.CONTENT)), smev.signer(),
                "Response", "SMEVSignature");

        assertRefused(both(), onlySender, "EID-SIGNATURE-MISSING");
        assertRefused(both(), onlySmev, "EID-SIGNATURE-MISSING");
        assertThatThrownBy(() -> both().verifySendRequestReply(Answers.read(Answers.queued())))
                .hasMessage("smev-fault EID-SIGNATURE-MISSING");
    }

    @Test
    void whenThePlaceOfTheSignatureIsMissingThenMissing() {
        Document answer = signed();
        Element holder = Answers.only(answer, "SMEVSignature");
        holder.getParentNode().removeChild(holder);

        assertRefused(both(), answer, "EID-SIGNATURE-MISSING");
    }

    @Test
    void whenSignerIsNotTrustedThenUntrusted() {
        GostKeys stranger = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "smev");

        assertRefused(both(), Answers.signedResponse(Answers.CONTENT, stranger.signer(), sender.signer()),
                "EID-SIGNATURE-UNTRUSTED");
    }

    @Test
    void whenSmevSignsInPlaceOfTheSenderThenUntrusted() {
        assertRefused(both(), Answers.signedResponse(Answers.CONTENT, smev.signer(), smev.signer()),
                "EID-SIGNATURE-UNTRUSTED");
    }

    @ParameterizedTest
    @EnumSource(GostAlgorithm.class)
    void whenTrustedAuthorityIssuedTheCertificateThenAccepted(GostAlgorithm algorithm) {
        GostKeys authority = GostKeys.authority(algorithm, "authority");
        GostKeys issued = authority.issue(GostAlgorithm.GOST_2012_256, "smev");

        assertThatCode(() -> verifier(authority.certificate()).verifyResponse(message(
                Answers.signedResponse(Answers.CONTENT, issued.signer(), sender.signer())))).doesNotThrowAnyException();
    }

    @Test
    void whenIssuerOnlyBearsTheAuthoritysNameThenUntrusted() {
        GostKeys authority = GostKeys.authority(GostAlgorithm.GOST_2012_256, "authority");
        GostKeys namesake = GostKeys.authority(GostAlgorithm.GOST_2012_256, "authority");
        GostKeys issued = namesake.issue(GostAlgorithm.GOST_2012_256, "smev");

        assertRefused(verifier(authority.certificate()),
                Answers.signedResponse(Answers.CONTENT, issued.signer(), sender.signer()), "EID-SIGNATURE-UNTRUSTED");
    }

    @Test
    void whenIssuerIsTrustedButNoAuthorityThenUntrusted() {
        GostKeys issued = smev.issue(GostAlgorithm.GOST_2012_256, "another");

        assertRefused(verifier(smev.certificate()),
                Answers.signedResponse(Answers.CONTENT, issued.signer(), sender.signer()), "EID-SIGNATURE-UNTRUSTED");
    }

    @Test
    void whenCertificateIsNotValidAtThatMomentThenUntrusted() {
        Instant now = Instant.now();
        Document answer = signed();

        assertRefused(verifierAt(now.minus(Duration.ofDays(3))), answer, "EID-SIGNATURE-UNTRUSTED");
        assertRefused(verifierAt(now.plus(Duration.ofDays(400))), answer, "EID-SIGNATURE-UNTRUSTED");
    }

    private Document signed() {
        return Answers.signedResponse(Answers.CONTENT, smev.signer(), sender.signer());
    }

    private SignatureVerifier both() {
        return new SignatureVerifier(
                List.of(smev.certificate()), List.of(sender.certificate()), new BouncyCastleGost(), Clock.systemUTC());
    }

    private SignatureVerifier verifierAt(Instant moment) {
        return new SignatureVerifier(List.of(smev.certificate()), List.of(), new BouncyCastleGost(),
                Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static SignatureVerifier verifier(X509Certificate trusted) {
        return new SignatureVerifier(List.of(trusted), List.of(), new BouncyCastleGost(), Clock.systemUTC());
    }

    private static Element message(Document answer) {
        return Answers.only(answer, "ResponseMessage");
    }

    private static void assertRefused(SignatureVerifier verifier, Document answer, String code) {
        assertThatThrownBy(() -> verifier.verifyResponse(message(answer)))
                .isInstanceOf(Failure.class).hasMessage("smev-fault " + code);
    }
}
