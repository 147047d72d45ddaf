package io.eidroutes.check;

import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.TlsAuthority;
import io.eidroutes.simulator.smev.SmevSimulator;
import io.eidroutes.smev.GostAlgorithm;
import io.eidroutes.smev.GostKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** A sound set of settings with what it names, and what can be wrong with each. */
final class Seeds implements AutoCloseable {

    static final String OGRN = "1027700198767";

    private final Path folder;
    private final Simulators simulators = Simulators.start(0);
    private final int closed;

    Seeds(Path folder) throws IOException, SQLException {
        this.folder = folder;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        for (String file : new String[] {"organisation.p12", "smev.pem", "esia.pem", "keyset.json"}) {
            Files.copy(Path.of("src/test/resources/demonstration", file), folder.resolve(file));
            mode("rw-------", file);
        }
        Flyway.configure().dataSource(database("store"), "eid", "").load().migrate();
    }

    /** Settings in which nothing is wrong. */
    Map<String, String> sound() {
        Map<String, String> sound = new LinkedHashMap<>();
        sound.put("spring.config.additional-location", "classpath:/demonstration.yaml");
        sound.put("eid.demonstration", "file:" + folder);
        sound.put("eid.broker.acceptor", "");
        sound.put("eid.smev.endpoint", simulators.smevEndpoint());
        sound.put("eid.aitu.base", "http://127.0.0.1:" + simulators.port() + "/aitu");
        sound.put("eid.aitu.issuer", "http://127.0.0.1:" + simulators.port() + "/aitu");
        sound.put("eid.coid.base", "http://127.0.0.1:" + simulators.port() + "/coid");
        sound.put("eid.delivery.webhooks.partner.url", "http://127.0.0.1:" + simulators.port() + "/hook");
        sound.put("eid.delivery.webhooks.partner.secret", "a-secret-of-the-tests-0123456789ab");
        sound.put("spring.datasource.url", database("store"));
        sound.put("spring.artemis.embedded.data-directory", folder.resolve("artemis").toString());
        return sound;
    }

    SmevSimulator smev() {
        return simulators.smev();
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    private String database(String name) {
        return "jdbc:h2:file:" + folder.resolve(name).toAbsolutePath();
    }

    /** A port of this machine at which nobody listens. */
    String nobody(String scheme) {
        return scheme + "://127.0.0.1:" + closed;
    }

    /** The store, changed by hand. */
    String storeAfter(String name, String... statements) {
        Flyway.configure().dataSource(database(name), "eid", "").load().migrate();
        return store(name, statements);
    }

    /** A database of somebody else. */
    String store(String name, String... statements) {
        try (Connection connection = DriverManager.getConnection(database(name), "eid", "")) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
            return database(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PEM files of a key and of a certificate, made then; the setting's changes that name them. */
    String[] pem(String name, GostKeys key, GostKeys... certificates) {
        write(name + ".key", key.privateKeyPem());
        write(name + ".pem", Stream.of(certificates).map(GostKeys::certificatePem).reduce("", String::concat));
        return new String[] {"eid.smev.signing.key-store=", "eid.smev.signing.private-key=" + file(name + ".key"),
            "eid.smev.signing.certificate=" + file(name + ".pem")};
    }

    static GostKeys key(Duration ago) {
        return GostKeys.selfSigned(GostAlgorithm.GOST_2012_256, "Organisation", Instant.now().minus(ago));
    }

    /** A client certificate for TLS that ends then. */
    String tls(String name, Duration from) {
        Path store = new TlsAuthority("Authority").issue("Client", "", Instant.now().plus(from)).writeTo(folder.resolve(name));
        mode("rw-------", name);
        return store.toString();
    }

    String write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            mode("rw-------", name);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with that mode. */
    String folder(String name, String mode) {
        try {
            Files.createDirectories(folder.resolve(name));
            mode(mode, name);
            return file(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a file under another name, with that mode. */
    String copy(String from, String name, String mode) {
        try {
            Files.copy(folder.resolve(from), folder.resolve(name));
            mode(mode, name);
            return file(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the shipped routes in which one file reads otherwise. */
    String routes(String name, String changed, String text) {
        Path copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Path.of("routes").relativize(file).toString()));
            }
            Files.writeString(copy.resolve(changed), text);
            return copy.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mode(String mode, String name) {
        try {
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulators.close();
    }
}
