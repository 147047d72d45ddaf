package io.eidroutes.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.awaitility.Awaitility;

/** A real Artemis in a process of its own that can be killed and started again on what it left on the disk. */
final class BrokerProcess implements AutoCloseable {

    private final Path data;
    private final int port;
    private Process process;

    BrokerProcess(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        start();
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void start() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                BrokerProcess.class.getName(), data.toString(), url())
                .redirectErrorStream(true).redirectOutput(data.resolveSibling("broker.log").toFile()).start();
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The broker itself: its folder and its address. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ConfigurationImpl broker = new ConfigurationImpl();
        broker.setPersistenceEnabled(true).setSecurityEnabled(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString());
        broker.addAcceptorConfiguration("tcp", arguments[1]);
        // As the README asks for.
        broker.addAddressSetting("#", new AddressSettings().setDeadLetterAddress(SimpleString.of("DLQ"))
                .setExpiryAddress(SimpleString.of("ExpiryQueue")).setRedeliveryDelay(500).setMaxDeliveryAttempts(1_000));
        new EmbeddedActiveMQ().setConfiguration(broker).start();
        Thread.currentThread().join();
    }
}
