package io.eidroutes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.consent.mapping.EsiaAnswer;
import io.eidroutes.consent.mapping.MappingFolder;
import io.eidroutes.consent.mapping.RequestMapping;
import io.eidroutes.consent.mapping.RequestSchema;
import io.eidroutes.consent.mapping.ResponseMapping;
import io.eidroutes.consent.mapping.Stylesheet;
import io.eidroutes.consent.mapping.XmlSchema;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.smev.Payload;
import io.eidroutes.smev.SmevSettings;
import io.eidroutes.smev.SmevTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends the documented example by way of the mapping, the signature and the routes of the application, and compares what
 * ESIA answers with what is documented. Only as test traffic, and only where the endpoint carries DEV.
 */
final class ExampleCheck {

    private static final String SETTING = "eid.smev.endpoint";
    private static final String EXAMPLE = "/documented-claim.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration time;

    /** @param time how long the answer is waited for */
    ExampleCheck(Duration time) {
        this.time = time;
    }

    void look(CheckedSettings settings, Findings findings) {
        Optional<SmevSettings> smev = settings.of(SmevSettings.class);
        Optional<String> root = RoutesCheck.root(settings);
        if (smev.isEmpty() || root.isEmpty()) {
            findings.error(SETTING, "the example was not sent: consents are off, or their settings wrong", "mend what is said above");
        } else if (!smev.get().testMessage() || !smev.get().routingCodes().contains("DEV")) {
            findings.error("eid.smev.test-message", "the example was not sent: it is test traffic, with the routing code DEV",
                    "try it where test-message is true and routing-codes hold DEV");
        } else {
            send(smev.get(), new MappingFolder(root.get() + "/" + smev.get().called().mapping()), findings);
        }
    }

    private void send(SmevSettings smev, MappingFolder mapping, Findings findings) {
        try (SmevTrial trial = new SmevTrial(smev)) {
            byte[] request = new RequestMapping(new Stylesheet(mapping, "request.xsl"))
                    .map(example().path("request").toString().getBytes(StandardCharsets.UTF_8));
            new RequestSchema(new XmlSchema(mapping, smev.called().schema())).check(request);
            UUID messageId = trial.send(request, Instant.now().plus(Duration.ofHours(1)));
            findings.ok(SETTING, "SMEV has the example as message " + messageId);
            Optional<Payload> answer = trial.answerTo(messageId, time, smev.pollIdle());
            if (answer.isEmpty()) {
                findings.error(SETTING, "no answer to the example came within " + time.toSeconds() + " s",
                        "ask SMEV's support about the message, and whether the service answers on this stand");
            } else if (answer.get() instanceof Payload.Content content) {
                compare(new ResponseMapping(new Stylesheet(mapping, "response.xsl")).map(content.xml()), findings);
            } else {
                findings.error(SETTING, "the example was rejected (RequestRejected)", "ask the provider why; the request is the documented one");
            }
        } catch (Failure failure) {
            Catalogue catalogue = Catalogue.load();
            findings.error(SETTING, "the example failed with " + failure.family().label() + " " + catalogue.codeInTheClear(failure) + ": "
                    + catalogue.find(failure.family(), failure.code()).message().en(), catalogue.find(failure.family(), failure.code()).advice().en());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            findings.error(SETTING, e);
        }
    }

    private static void compare(EsiaAnswer answer, Findings findings) {
        try {
            if (JSON.readTree(answer.json()).equals(example().path("response"))) {
                findings.ok(SETTING, "ESIA answered the example as documented");
            } else {
                findings.error(SETTING, "ESIA answered the example with " + answer.status() + answer.published()
                        .map(error -> error.code().matches("ESIA-\\d{6}") ? " " + error.code() : "").orElse(" and another person"),
                        "the documented answer is SUCCEEDED: compare the mapping with the official XSD, and the stand's test person");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ResponseMapping made no JSON", e);
        }
    }

    private static JsonNode example() {
        try (InputStream file = ExampleCheck.class.getResourceAsStream(EXAMPLE)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The packed example cannot be read", e);
        }
    }
}
