import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Puts finished claims into a store whose tables are there: each was sent once, answered, delivered, and has its response
 * still. They ended one after another over the last 29 days, as in a bundle that has been in use.
 *
 * <p>Arguments: JDBC URL, user, how many.
 */
public final class Grow {

    private static final int BATCH = 1_000;
    private static final int LIFE_SECONDS = 29 * 24 * 3600;

    private Grow() {
    }

    public static void main(String[] args) throws SQLException {
        int claims = Integer.parseInt(args[2]);
        SplittableRandom random = new SplittableRandom(1);
        Instant begin = Instant.now().minusSeconds(LIFE_SECONDS);
        try (Connection store = DriverManager.getConnection(args[0], args[1], "")) {
            store.setAutoCommit(false);
            try (PreparedStatement claim = store.prepareStatement("""
                    insert into claim (id, client, door, idempotency_key, content_digest, routing_code, delivery_id, created_at,
                    end_of_life) values (?, 'demo', 'http', ?, ?, 'DEV', ?, ?, ?)""");
                    PreparedStatement attempt = store.prepareStatement("""
                    insert into attempt (claim_id, n, message_id, first_wire_at, outcome, ever_unclear)
                    values (?, 1, ?, ?, 'sent', false)""");
                    PreparedStatement outcome = store.prepareStatement("""
                    insert into outcome (claim_id, state, response, final_at, delivered_at, erased)
                    values (?, 'delivered', ?, ?, ?, false)""");
                    PreparedStatement answer = store.prepareStatement("""
                    insert into answer (id, claim_id, original_message_id, kind, content, late, interim, received_at, erased)
                    values (?, ?, ?, 'MessagePrimaryContent', ?, false, false, ?, false)""")) {
                for (int n = 0; n < claims; n++) {
                    Timestamp at = Timestamp.from(begin.plusSeconds((long) LIFE_SECONDS * n / claims));
                    UUID id = timeOrdered(at.getTime(), random);
                    UUID message = new UUID(random.nextLong(), random.nextLong());
                    set(claim, id, digest(random), digest(random), new UUID(random.nextLong(), random.nextLong()), at,
                            new Timestamp(at.getTime() + 7L * 24 * 3600 * 1000));
                    set(attempt, id, message, at);
                    set(outcome, id, bytes(random, 120), at, at);
                    set(answer, new UUID(random.nextLong(), random.nextLong()).toString(), id, message.toString(), bytes(random, 400), at);
                    if (n % BATCH == BATCH - 1 || n == claims - 1) {
                        for (PreparedStatement statement : new PreparedStatement[] {claim, attempt, outcome, answer}) {
                            statement.executeBatch();
                        }
                        store.commit();
                    }
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** As the store's ids are: the time first. */
    private static UUID timeOrdered(long millis, SplittableRandom random) {
        return new UUID(millis << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static String digest(SplittableRandom random) {
        return HexFormat.of().formatHex(bytes(random, 32));
    }

    private static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
