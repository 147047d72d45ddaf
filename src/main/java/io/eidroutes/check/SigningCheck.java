package io.eidroutes.check;

import io.eidroutes.access.AccessSettings;
import io.eidroutes.smev.SigningKeys;
import io.eidroutes.smev.SmevSettings;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The signing key: that it opens, fits its certificate, is valid, and is of the organisation that claims. */
final class SigningCheck implements Check {

    private static final String SETTING = "eid.smev.signing";
    private static final String NEW = "ask your certification authority for a new certificate and name it here";
    /** ОГРН, and ОГРНИП of a sole trader, as the rules for qualified certificates name them. */
    private static final List<ASN1ObjectIdentifier> OGRN =
            List.of(new ASN1ObjectIdentifier("1.2.643.100.1"), new ASN1ObjectIdentifier("1.2.643.100.5"));

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(SmevSettings.class).ifPresent(smev ->
                findings.loaded(SETTING, () -> SigningKeys.load(smev.signing(), smev.gost().open())).ifPresent(signer -> {
                    findings.ok(SETTING, "the key fits its certificate, " + signer.algorithm());
                    CertificateDates.look(SETTING, List.of(signer.certificate()), NEW, findings);
                    lookAtChain(SigningKeys.chain(smev.signing()), findings);
                    settings.of(AccessSettings.class).ifPresent(access -> lookAtOgrn(signer.certificate(), access, findings));
                }));
    }

    private static void lookAtChain(List<X509Certificate> chain, Findings findings) {
        X509Certificate own = chain.get(0);
        if (own.getSubjectX500Principal().equals(own.getIssuerX500Principal())) {
            findings.warn(SETTING, "the certificate is signed by itself", "SMEV takes those of an accredited authority; for a test it may do");
            return;
        }
        if (chain.size() == 1) {
            findings.warn(SETTING, "the certificate of its authority is not beside it, so that the chain was not looked at",
                    "put the authority's certificate into the key store, or behind the own one in the PEM file");
        }
        for (int i = 1; i < chain.size(); i++) {
            try {
                chain.get(i - 1).verify(chain.get(i).getPublicKey(), new BouncyCastleProvider());
                CertificateDates.look(SETTING, List.of(chain.get(i)), NEW, findings);
            } catch (GeneralSecurityException e) {
                findings.error(SETTING, "certificate " + i + " of the chain was not issued by the one behind it",
                        "put the certificates in order: the own one, then each one's authority");
            }
        }
    }

    private static void lookAtOgrn(X509Certificate certificate, AccessSettings access, Findings findings) {
        Set<String> claimed = access.clients().values().stream().filter(client -> client.jobs().contains("consent"))
                .flatMap(client -> client.ogrns().stream()).collect(Collectors.toSet());
        if (claimed.isEmpty()) {
            return;
        }
        Optional<String> ogrn = ogrn(certificate);
        if (ogrn.isEmpty()) {
            findings.warn(SETTING, "the certificate names no ОГРН", "take the organisation's own certificate, which does");
        } else if (!claimed.contains(ogrn.get())) {
            findings.error(SETTING, "the certificate's ОГРН is none of those that eid.access.clients claim for",
                    "sign with the key of the organisation that claims, or correct the ОГРНs of the clients");
        } else if (claimed.size() > 1) {
            findings.warn("eid.access.clients", "clients claim for other ОГРНs than that of the signing certificate",
                    "see that SMEV lets this system sign for them");
        } else {
            findings.ok(SETTING, "the certificate is of the organisation that claims");
        }
    }

    private static Optional<String> ogrn(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        for (ASN1ObjectIdentifier type : OGRN) {
            for (RDN part : subject.getRDNs(type)) {
                return Optional.of(IETFUtils.valueToString(part.getFirst().getValue()));
            }
        }
        return Optional.empty();
    }
}
