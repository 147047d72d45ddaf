import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/**
 * A PostgreSQL whose commits are on the disk when they are acknowledged, as the library's are not by themselves. It runs
 * until its process is told to end. Argument: port.
 */
public final class Database {

    private Database() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        EmbeddedPostgres.builder().setPort(Integer.parseInt(args[0])).setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofSeconds(60)).start();
        Thread.currentThread().join();
    }
}
