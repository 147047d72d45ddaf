package io.eidroutes.check;

import io.eidroutes.broker.BrokerSettings;
import io.eidroutes.broker.SpeaksAmqp;
import io.eidroutes.file.Folders;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Whether the broker can be connected to; of the embedded one, whether it can begin. */
final class BrokerCheck implements Check {

    private static final String MODE = "spring.artemis.mode";
    private static final String URL = "spring.artemis.broker-url";
    private static final int MOST_MILLIS = 5000;

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        if (settings.text(MODE).filter(mode -> mode.equalsIgnoreCase("native")).isPresent()) {
            settings.text(URL).ifPresentOrElse(url -> connect(url, settings, findings),
                    () -> findings.error(URL, "it must be set where " + MODE + " is native", "name the broker, tcp://host:61616 or amqp://host:5672"));
            return;
        }
        settings.text(URL).ifPresent(unused -> findings.error(MODE, "it is embedded although " + URL + " names a broker",
                "set it to native, or leave the URL out"));
        Path folder = Path.of(settings.text("spring.artemis.embedded.data-directory").orElse("data/artemis")).toAbsolutePath();
        if (Folders.canBeMade(folder)) {
            findings.ok(MODE, "the broker is embedded, its journal in " + folder);
        } else {
            findings.error("spring.artemis.embedded.data-directory", "the folder cannot be written to", "chown it to who runs this, or name another");
        }
        settings.of(BrokerSettings.class).flatMap(BrokerSettings::acceptor).ifPresent(acceptor -> listen(acceptor, findings));
    }

    private static void listen(String acceptor, Findings findings) {
        String setting = "eid.broker.acceptor";
        try {
            URI address = URI.create(acceptor.replaceFirst("\\?.*$", ""));
            try (ServerSocket free = new ServerSocket(address.getPort(), 1, InetAddress.getByName(address.getHost()))) {
                if (!free.getInetAddress().isLoopbackAddress()) {
                    findings.warn(setting, "others reach the embedded broker, which asks nobody for a password",
                            "keep it on 127.0.0.1, or run a broker of its own");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.warn(setting, "nothing can listen there now", "name an address of this machine with a free port, unless a node runs already");
        }
    }

    private static void connect(String url, CheckedSettings settings, Findings findings) {
        String user = settings.text("spring.artemis.user").orElse(null);
        String password = settings.text("spring.artemis.password").orElse(null);
        try (Connection connection = factory(url).createConnection(user, password)) {
            connection.start();
            findings.ok(URL, "the broker lets us in");
        } catch (JMSSecurityException e) {
            findings.error("spring.artemis.user", "the broker does not let this user in", "correct it and SPRING_ARTEMIS_PASSWORD");
        } catch (JMSException | RuntimeException e) {
            findings.error(URL, "the broker cannot be connected to", "start it, or correct protocol, host and port, and open the way to it");
        }
    }

    private static ConnectionFactory factory(String url) {
        if (SpeaksAmqp.speaks(url)) {
            JmsConnectionFactory amqp = new JmsConnectionFactory(url);
            amqp.setConnectTimeout(MOST_MILLIS);
            amqp.setRequestTimeout(MOST_MILLIS);
            return amqp;
        }
        ActiveMQConnectionFactory artemis = new ActiveMQConnectionFactory(url);
        artemis.setInitialConnectAttempts(1);
        artemis.setReconnectAttempts(0);
        artemis.setCallTimeout(MOST_MILLIS);
        return artemis;
    }
}
