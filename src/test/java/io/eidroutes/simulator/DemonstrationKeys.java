package io.eidroutes.simulator;

import io.eidroutes.simulator.smev.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Makes the key stores and certificates of {@code src/test/resources/demonstration}. Its output is committed, so that
 * demonstrations and tests agree; run it again only to replace them all.
 */
public final class DemonstrationKeys {

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2060-01-01T00:00:00Z");

    private DemonstrationKeys() {
    }

    /** @param arguments the folder to write into; none: {@code src/test/resources/demonstration} */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "src/test/resources/demonstration");
        Files.createDirectories(folder);
        write(folder, "organisation", SigningKey.generate("Demonstration organisation", "1027700198767", FROM, UNTIL));
        write(folder, "smev", SigningKey.generate("Demonstration SMEV", "", FROM, UNTIL));
        write(folder, "esia", SigningKey.generate("Demonstration ESIA", "", FROM, UNTIL));
    }

    private static void write(Path folder, String name, SigningKey key) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".p12"))) {
            key.writeTo(out, name);
        }
        Files.writeString(folder.resolve(name + ".pem"), key.pem());
    }
}
