package io.eidroutes.delivery;

import io.eidroutes.failure.Failure;
import io.eidroutes.http.BoundedHttpClient;
import io.eidroutes.http.TransportFailures;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The request to a webhook. {@code EID-Signature} is {@code v1=} and the HMAC-SHA256, in hexadecimal digits,
 * of the time stamp of {@code EID-Timestamp} (seconds since 1970), a dot and the body; so neither can be changed, and
 * an old delivery cannot be played again to a client that looks at the time.
 */
final class WebhookCall {

    static final String CLIENT_BEAN = "webhookHttpClient";
    private static final String HMAC = "HmacSHA256";

    private final Map<String, DeliverySettings.Webhook> webhooks;
    private final Clock clock;

    WebhookCall(DeliverySettings settings, Clock clock) {
        this.webhooks = settings.webhooks();
        this.clock = clock;
    }

    /**
     * In: variables client, or recipient (a {@link DeliverySettings.Webhook} that is no client's); properties (a
     * {@link DeliveryProperties}) or messageProperties; body = the document. Out: the signed request; variable
     * {@code webhook}, the endpoint.
     */
    void write(Exchange exchange) {
        DeliverySettings.Webhook webhook = Optional.ofNullable(exchange.getVariable("recipient", DeliverySettings.Webhook.class))
                .orElseGet(() -> webhooks.get(exchange.getVariable("client", String.class)));
        if (webhook == null) {
            // It was taken out of the settings; the operator may put it back until the deadline.
            throw TransportFailures.of(404);
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        String time = String.valueOf(clock.instant().getEpochSecond());
        Message request = exchange.getMessage();
        request.setHeader(Exchange.HTTP_METHOD, "POST");
        request.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=UTF-8");
        named(exchange).forEach(request::setHeader);
        request.setHeader("EID-Timestamp", time);
        request.setHeader("EID-Signature", "v1=" + signature(webhook.secret(), time, body));
        exchange.setVariable("webhook", BoundedHttpClient.endpoint(webhook.url(), CLIENT_BEAN));
    }

    /** The properties of a message are the same headers, with underscores for the hyphens. */
    private static Map<String, String> named(Exchange exchange) {
        DeliveryProperties properties = exchange.getVariable("properties", DeliveryProperties.class);
        if (properties != null) {
            return properties.byName();
        }
        Map<String, String> named = new LinkedHashMap<>();
        Map<?, ?> given = exchange.getVariable("messageProperties", Map.class);
        given.forEach((name, value) -> named.put(name.toString().replace('_', '-'), value.toString()));
        return named;
    }

    private static String signature(String secret, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available");
        }
    }

    /** @throws Failure transport, unless the status says that the client has it */
    void read(Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null || status < 200 || status > 299) {
            throw TransportFailures.of(status == null ? 0 : status);
        }
    }
}
