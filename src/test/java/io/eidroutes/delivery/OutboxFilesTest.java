package io.eidroutes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in an outbox: whole, each with its meta file, none in the place of another one. */
class OutboxFilesTest {

    @TempDir
    Path place;

    private final OutboxFiles files = new OutboxFiles(new ObjectMapper());
    private Folder outbox;
    private Path path;

    @BeforeEach
    void open() {
        path = place.resolve("outbox");
        outbox = new Folders().open("outbox", path.toString());
    }

    @Test
    void whenTheSameDeliveryComesAgainThenItIsWrittenOverItself() throws IOException {
        DeliveryProperties delivery = delivery();
        write("a", "1", delivery);
        write("a", "1", delivery);

        assertThat(path.toFile().list()).containsExactlyInAnyOrder("a.response.json", "a.meta.json");
        assertThat(Files.readString(path.resolve("a.response.json"))).isEqualTo("1");
    }

    @Test
    void whenAnotherDeliveryHasTheNameThenItGetsANumber() throws IOException {
        DeliveryProperties third = delivery();
        write("a", "1", delivery());
        write("a", "2", delivery());
        write("a", "3", third);
        write("a", "3", third);

        assertThat(Files.readString(path.resolve("a.response.json"))).isEqualTo("1");
        assertThat(Files.readString(path.resolve("a.2.response.json"))).isEqualTo("2");
        assertThat(Files.readString(path.resolve("a.3.response.json"))).isEqualTo("3");
        assertThat(Files.readString(path.resolve("a.3.meta.json"))).contains(third.deliveryId().toString());
        assertThat(path.toFile().list()).hasSize(6);
    }

    @Test
    void whenTheMetaFileIsNoneOfOursThenTheAnswerIsNotOverwritten() throws IOException {
        outbox.write("a.response.json", new byte[] {'x'});
        outbox.write("a.meta.json", new byte[] {'x'});
        write("a", "1", delivery());

        assertThat(Files.readString(path.resolve("a.response.json"))).isEqualTo("x");
        assertThat(Files.readString(path.resolve("a.2.response.json"))).isEqualTo("1");
    }

    @Test
    void whenAKillLeftAMetaFileAloneThenTheAnswerFollows() throws IOException {
        outbox.write("a.meta.json", "{\"EID-Delivery-Id\":\"half\"}".getBytes(StandardCharsets.UTF_8));
        DeliveryProperties delivery = delivery();
        write("a", "1", delivery);

        assertThat(Files.readString(path.resolve("a.response.json"))).isEqualTo("1");
        assertThat(Files.readString(path.resolve("a.meta.json"))).contains(delivery.deliveryId().toString());
    }

    @Test
    void whenManyDeliveriesHaveTheNameAtOnceThenNoneIsLostAndEachHasItsMetaFile() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(8);
        try {
            for (Future<?> done : IntStream.range(0, 32).<Future<?>>mapToObj(i -> hands.submit(() -> {
                DeliveryProperties delivery = delivery();
                write("a", delivery.deliveryId().toString(), delivery);
                return null;
            })).toList()) {
                done.get();
            }
        } finally {
            hands.shutdown();
        }

        for (int i = 1; i <= 32; i++) {
            String name = Folder.numbered("a", i);
            assertThat(Files.readString(path.resolve(name + ".meta.json"))).contains(Files.readString(path.resolve(name + ".response.json")));
        }
        assertThat(path.toFile().list()).hasSize(64);
    }

    @Test
    void whenNoFolderIsSetAnyMoreThenTheDeliveryFails() {
        assertThatIllegalStateException().isThrownBy(() -> files.write(new byte[0], null, "a", delivery(), Map.of()));
    }

    private void write(String name, String content, DeliveryProperties delivery) throws IOException {
        files.write(content.getBytes(StandardCharsets.UTF_8), outbox, name, delivery, null);
    }

    private static DeliveryProperties delivery() {
        return new DeliveryProperties(UUID.randomUUID(), "claim", "answered", UUID.randomUUID(), Optional.empty(), Optional.empty());
    }
}
