import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Hands claims to the application by queue or by file, a given number at the same time, and waits for their answers.
 *
 * <p>Arguments: {@code jms} with the broker's URL, or {@code file} with the folder of inbox and outbox; request file, warm-up
 * claims, measured claims, how many at the same time, process id of the application. Prints the line of
 * {@link Stopwatch}.
 */
public final class Doors {

    private static final long LOOK_EVERY_MS = 20;

    /** A way in, and out again. */
    private interface Door extends AutoCloseable {
        void hand(String id, String claim) throws Exception;

        @Override
        void close() throws Exception;
    }

    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Semaphore free;
    private final String request;
    private long[] latencies = new long[0];
    private CountDownLatch open = new CountDownLatch(0);

    private Doors(String request, int together) {
        this.request = request;
        this.free = new Semaphore(together);
    }

    public static void main(String[] args) throws Exception {
        Doors doors = new Doors(Files.readString(Path.of(args[2])), Integer.parseInt(args[5]));
        try (Door door = args[0].equals("jms") ? doors.queue(args[1]) : doors.folder(Path.of(args[1]))) {
            doors.send(door, Integer.parseInt(args[3]));
            Stopwatch stopwatch = Stopwatch.start(args[6]);
            doors.send(door, Integer.parseInt(args[4]));
            System.out.println(stopwatch.stop(doors.latencies));
        }
        System.exit(0);
    }

    private void send(Door door, int claims) throws Exception {
        latencies = new long[claims];
        open = new CountDownLatch(claims);
        for (int i = 0; i < claims; i++) {
            free.acquire();
            String id = UUID.randomUUID().toString();
            started.put(id, System.nanoTime());
            door.hand(id, request.replace("9979b075-43dd-41c2-bec4-0db0452243ba", UUID.randomUUID().toString()));
        }
        open.await();
    }

    private synchronized void answered(String id, String answer) {
        Long start = started.remove(id);
        if (start == null) {
            return;
        }
        if (!answer.contains("SUCCEEDED")) {
            System.err.println("wrong answer: " + answer);
            System.exit(1);
        }
        latencies[(int) open.getCount() - 1] = System.nanoTime() - start;
        open.countDown();
        free.release();
    }

    private Door queue(String url) throws JMSException {
        ActiveMQConnection connection = (ActiveMQConnection) new ActiveMQConnectionFactory(url).createConnection();
        Session receiving = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        Queue replies = receiving.createTemporaryQueue();
        MessageConsumer consumer = receiving.createConsumer(replies);
        consumer.setMessageListener(message -> {
            try {
                answered(message.getJMSCorrelationID(), message.getBody(String.class));
            } catch (JMSException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        });
        Session sending = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = sending.createProducer(sending.createQueue("eid.claims"));
        connection.start();
        return new Door() {
            @Override
            public void hand(String id, String claim) throws JMSException {
                TextMessage message = sending.createTextMessage(claim);
                message.setJMSCorrelationID(id);
                message.setJMSReplyTo(replies);
                producer.send(message);
            }

            @Override
            public void close() throws JMSException {
                connection.close();
            }
        };
    }

    private Door folder(Path folder) throws IOException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Path outbox = Files.createDirectories(folder.resolve("outbox"));
        Thread looking = new Thread(() -> look(outbox), "look");
        looking.start();
        return new Door() {
            @Override
            public void hand(String id, String claim) throws IOException {
                Path written = Files.writeString(folder.resolve(id), claim);
                Files.move(written, inbox.resolve(id + ".json"), StandardCopyOption.ATOMIC_MOVE);
            }

            @Override
            public void close() {
                looking.interrupt();
            }
        };
    }

    private void look(Path outbox) {
        try {
            while (true) {
                try (Stream<Path> files = Files.list(outbox)) {
                    for (Path file : files.filter(file -> file.getFileName().toString().endsWith(".response.json")).toList()) {
                        String answer = Files.readString(file);
                        Files.delete(file);
                        answered(file.getFileName().toString().replace(".response.json", ""), answer);
                    }
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
