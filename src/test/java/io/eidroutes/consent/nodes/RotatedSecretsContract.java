package io.eidroutes.consent.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.privacy.KeysetFile;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import io.eidroutes.smev.GostAlgorithm;
import io.eidroutes.smev.GostKeys;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node has the next secrets already, the others still have the old ones: each does what another one accepted. */
abstract class RotatedSecretsContract extends NodesContract {

    @Test
    void whenOneNodeHasTheNextKeysThenNewAndOldWorkSideBySide(@TempDir Path folder) throws Exception {
        GostKeys key = GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "Organisation", Instant.now());
        smev().registerCertificate(key.certificate());
        try (Node next = start("--eid.smev.node-id=shared", "--eid.smev.poll-idle=1h", "--eid.smev.pollers=1",
                "--eid.consent.dispatch.workers=1", "--eid.smev.adopt-after=1h",
                "--eid.privacy.keyset=file:" + secret(folder.resolve("keyset.json"), KeysetFile.rotate(demonstrationKeyset())),
                "--eid.smev.signing.key-store=", "--eid.smev.signing.key-store-password=",
                "--eid.smev.signing.private-key=" + secret(folder.resolve("organisation.key"), key.privateKeyPem()),
                "--eid.smev.signing.certificate=" + secret(folder.resolve("organisation.pem"), key.certificatePem()))) {
            // Signed with the new key, its answer received and encrypted by an old node.
            assertSucceeds(next);

            String slow = session();
            smev().next(Scenario.of(new Effect.Slow(10_000)).on(Operation.SEND_REQUEST).when(slow));
            long before = smev().received().totals().sendRequests();
            next.post(slow, "respond-async").get();
            await().until(() -> smev().received().totals().sendRequests() == before + 1);
            // Accepted and encrypted with the new key, sent by an old node.
            assertSucceeds(next);
            // The other way round.
            assertSucceeds(a());
        }
    }

    private static void assertSucceeds(Node node) throws Exception {
        HttpResponse<String> answer = node.post(session(), "wait=60").get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("SUCCEEDED");
    }

    private static String demonstrationKeyset() throws IOException {
        try (var keyset = RotatedSecretsContract.class.getResourceAsStream("/demonstration/keyset.json")) {
            return new String(keyset.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
