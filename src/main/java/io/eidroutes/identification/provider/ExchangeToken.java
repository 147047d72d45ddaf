package io.eidroutes.identification.provider;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/identification/exchange-token.camel.yaml} that need keys or claims. */
public final class ExchangeToken {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeToken.class);

    private final ProviderKeys keys;
    private final IdTokenVerifier verifier;
    private final AituSettings settings;

    ExchangeToken(ProviderKeys keys, IdTokenVerifier verifier, AituSettings settings) {
        this.keys = keys;
        this.verifier = verifier;
        this.settings = settings;
    }

    /**
     * Makes sure that there are keys to verify with, before the code is spent.
     *
     * @throws Failure id-token {@code keys-unavailable}
     */
    public void haveKeys() {
        keys.atHand();
    }

    /**
     * Variables in: {@code tokens}, {@code nonce}. Variable out: {@code verifiedPerson}.
     *
     * @throws Failure id-token
     */
    public void verifyIdToken(Exchange exchange) {
        Tokens tokens = exchange.getVariable("tokens", Tokens.class);
        exchange.setVariable("verifiedPerson", verifier.verify(tokens, Variables.text(exchange, "nonce")));
    }

    /**
     * The person asked for must be the person identified. Variables in: {@code verifiedPerson}, {@code expectedIin},
     * {@code expectedPhone}. Variable out: {@code otherPerson}, which is true only where the setting is to mark.
     *
     * @throws Failure id-token {@code other-person} or {@code phone-missing}
     */
    public void checkPerson(Exchange exchange) {
        VerifiedPerson person = exchange.getVariable("verifiedPerson", VerifiedPerson.class);
        Optional<String> iin = Variables.text(exchange, "expectedIin");
        Optional<String> phone = Variables.text(exchange, "expectedPhone").map(Phones::digits);
        boolean other = iin.isPresent() && !iin.get().equals(person.iin())
                || phone.isPresent() && !phone.equals(person.phone());
        if (other && settings.onOtherPerson() == AituSettings.OnOtherPerson.REFUSE) {
            boolean phoneAlone = iin.map(person.iin()::equals).orElse(true) && person.phone().isEmpty();
            throw Failure.of(Family.ID_TOKEN, phoneAlone ? "phone-missing" : "other-person");
        }
        if (other) {
            LOG.warn("Another person was identified than the one asked for; by setting the result is only marked");
        }
        exchange.setVariable("otherPerson", other);
    }

    /**
     * Variables in: {@code verifiedPerson}, {@code tokens}, which end here, and {@code otherPerson}. Variable out:
     * {@code identified}.
     */
    public void identify(Exchange exchange) {
        VerifiedPerson person = (VerifiedPerson) exchange.removeVariable("verifiedPerson");
        Tokens tokens = (Tokens) exchange.removeVariable("tokens");
        exchange.setVariable("identified", new Identified(person.iin(), person.requestId(), person.subject(), person.phone(),
                Optional.of(tokens).filter(kept -> settings.keepTokens()),
                exchange.getVariable("otherPerson", false, Boolean.class)));
    }
}
