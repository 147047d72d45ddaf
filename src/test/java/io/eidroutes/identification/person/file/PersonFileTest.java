package io.eidroutes.identification.person.file;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.identification.person.PersonTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;

/** Requests for personal data through the inbox of the client partner. */
abstract class PersonFileTest extends PersonTest {

    /** What the adapter documents for its test IIN 000000000001. */
    static final String PHOTO_MISMATCH = JSON.createObjectNode().put("message", "Ваше фото не совпадает с фото из государственной "
            + "базы данных. Проверьте правильность введенного ИИН или попробуйте пройти видео-проверку заново").toString();
    private static final Duration SOON = Duration.ofSeconds(20);

    @Value("${eid.coid.file.inbox}")
    Path inbox;

    @Value("${eid.coid.file.outbox}")
    Path outbox;

    @Value("${eid.coid.file.rejected}")
    Path rejected;

    @Value("${eid.delivery.files.filed}")
    Path filed;

    /** Puts a request into the inbox; its name without the suffix. */
    String put(String content) throws IOException {
        String name = "request-" + UUID.randomUUID();
        Files.writeString(inbox.resolve(name + ".json"), content);
        return name;
    }

    String putRequest() throws IOException {
        return put(JSON.createObjectNode().put("iin", IIN).put("requestId", REQUEST_ID).toString());
    }

    JsonNode awaitJson(Path file) throws IOException {
        await().atMost(SOON).until(() -> Files.exists(file));
        return JSON.readTree(Files.readAllBytes(file));
    }

    void awaitGone(String name) {
        await().atMost(SOON).until(() -> !Files.exists(inbox.resolve(name + ".json")));
    }
}
