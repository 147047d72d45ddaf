package io.eidroutes.check;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The command {@code --check}: reads all settings as a start would, looks at what they name, and prints a line a finding,
 * {@code OK}, {@code WARN} or {@code ERROR}. It opens no door, takes no work and leaves the store's schema as it is.
 * {@code --check --send-example} also sends the documented example to СМЭВ.
 */
public final class SettingsCheck {

    private static final String CHECK = "--check";
    private static final String SEND_EXAMPLE = "--send-example";
    /** How long a check of the other systems may take, the pauses of its connections included. */
    private static final long MOST_SECONDS = 15;

    private static final Duration EXAMPLE_TIME = Duration.ofSeconds(60);

    private final PrintStream out;
    private final List<Check> local;
    private final List<Check> remote;

    public SettingsCheck(PrintStream out) {
        this(out, List.of(new UnknownSettings(), new RoutesCheck(), new ClientsCheck(), new SigningCheck(), new TrustCheck(), new TlsCheck(),
                        new FilesCheck(), new ConsentCheck(), new IdentificationCheck(), new ServersCheck()),
                List.of(new StoreCheck(), new BrokerCheck(), new SmevCheck(), new AituCheck(), new CoidCheck(), new WebhooksCheck()));
    }

    /**
     * @param local  what is looked at one after the other
     * @param remote what is looked at side by side, since each may wait for its end
     */
    SettingsCheck(PrintStream out, List<Check> local, List<Check> remote) {
        this.out = out;
        this.local = List.copyOf(local);
        this.remote = List.copyOf(remote);
    }

    /** As {@link #run}, on the console, with nothing logged beside it: what libraries log at looking is said by the findings. */
    public static OptionalInt command(String... arguments) {
        if (!Arrays.asList(arguments).contains(CHECK)) {
            return OptionalInt.empty();
        }
        // What it does before it is configured is to say nothing.
        LoggingSystem.get(SettingsCheck.class.getClassLoader()).beforeInitialize();
        return new SettingsCheck(System.out).run(arguments);
    }

    /** Runs the command, if the arguments hold it. The exit status: 0 without an error, else 1; empty: no such command. */
    public OptionalInt run(String... arguments) {
        List<String> given = new ArrayList<>(Arrays.asList(arguments));
        if (!given.remove(CHECK)) {
            return OptionalInt.empty();
        }
        boolean sendExample = given.remove(SEND_EXAMPLE);
        List<Finding> findings = find(sendExample, given.toArray(String[]::new));
        findings.forEach(finding -> out.println(finding.line()));
        long errors = findings.stream().filter(finding -> finding.level() == Finding.Level.ERROR).count();
        long warnings = findings.stream().filter(finding -> finding.level() == Finding.Level.WARN).count();
        out.println(errors + " errors, " + warnings + " warnings");
        return OptionalInt.of(errors == 0 ? 0 : 1);
    }

    private List<Finding> find(boolean sendExample, String... settings) {
        Findings findings = new Findings();
        CheckedSettings checked;
        try {
            checked = CheckedSettings.read(settings);
        } catch (RuntimeException unreadable) {
            // The cause may quote the file, and with it secrets.
            findings.error("application.yaml", "a file of settings cannot be read (" + unreadable.getClass().getSimpleName() + ")",
                    "correct its YAML, and the places that spring.config.import and additional-location name");
            return findings.all();
        }
        checked.bind(findings);
        local.forEach(check -> check.look(checked, findings));
        lookAtOthers(checked, findings);
        if (sendExample) {
            lookAtExample(settings, findings);
        }
        return findings.all();
    }

    /** With a NodeID of its own, so that neither it nor a node that runs gets an answer of the other. */
    private static void lookAtExample(String[] settings, Findings findings) {
        String[] own = Stream.concat(Stream.of("--eid.smev.node-id=check-" + UUID.randomUUID().toString().substring(0, 8)),
                Stream.of(settings).filter(setting -> !setting.startsWith("--eid.smev.node-id="))).toArray(String[]::new);
        CheckedSettings alone = CheckedSettings.read(own);
        alone.bind(new Findings());
        new ExampleCheck(EXAMPLE_TIME).look(alone, findings);
    }

    private void lookAtOthers(CheckedSettings settings, Findings findings) {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "check");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<Findings>> looking = remote.stream().map(check -> threads.submit(() -> {
            Findings own = new Findings();
            check.look(settings, own);
            return own;
        })).toList();
        for (int i = 0; i < looking.size(); i++) {
            String name = remote.get(i).getClass().getSimpleName();
            try {
                findings.addAll(looking.get(i).get(MOST_SECONDS, TimeUnit.SECONDS));
            } catch (TimeoutException e) {
                findings.error(name, "it did not end within " + MOST_SECONDS + " s", "see whether what it asks answers at all");
            } catch (ExecutionException e) {
                findings.error(name, "it failed with " + e.getCause().getClass().getSimpleName(), "report it as an error of eid-routes");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        threads.shutdownNow();
    }
}
