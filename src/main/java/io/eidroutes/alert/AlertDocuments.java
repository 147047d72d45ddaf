package io.eidroutes.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Wording;

/**
 * An alert as JSON: {@code id}, {@code channel}, {@code node}, {@code count} of the failures since the message before,
 * {@code first} and {@code last} (when, in UTC), {@code examples}, {@code message} in three languages, and {@code family},
 * {@code code} and {@code kind}; or in place of these three {@code codes}, where it is about several. Only the catalogue's
 * words are in it, and ids of ours: nothing personal.
 */
final class AlertDocuments {

    private static final Wording SEVERAL = new Wording("Сбоев разных видов больше, чем оповещений в минуту",
            "Әр түрлі ақаулар минутына рұқсат етілген хабарландырулардан көп",
            "There are failures of more kinds than alerts are allowed a minute");

    private final Catalogue catalogue;
    private final ObjectMapper json;
    private final String node;

    AlertDocuments(Catalogue catalogue, ObjectMapper json, String node) {
        this.catalogue = catalogue;
        this.json = json;
        this.node = node;
    }

    String write(Alert alert) {
        ObjectNode document = json.createObjectNode();
        document.put("id", alert.id().toString()).put("channel", alert.channel().label()).put("node", node);
        if (alert.several()) {
            when(document, alert.total());
            words(document, SEVERAL);
            alert.tallies().forEach((key, tally) -> what(document.withArray("codes").addObject(), key, tally));
        } else {
            alert.tallies().forEach((key, tally) -> what(document, key, tally));
        }
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An alert could not be written");
        }
    }

    private void what(ObjectNode document, AlertKey key, Tally tally) {
        document.put("family", key.family().label()).put("code", key.code()).put("kind", tally.kind());
        when(document, tally);
        words(document, catalogue.find(key.family(), key.code()).message());
        tally.examples().forEach(document.putArray("examples")::add);
    }

    private static void when(ObjectNode document, Tally tally) {
        document.put("count", tally.count()).put("first", tally.first().toString()).put("last", tally.last().toString());
    }

    private static void words(ObjectNode document, Wording message) {
        document.putObject("message").put("ru", message.ru()).put("kk", message.kk()).put("en", message.en());
    }
}
