import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What some work takes: time on the wall, and processor time of the processes that did it. */
final class Stopwatch {

    private static final double TICKS_PER_SECOND = 100;

    private final List<String> pids;
    private final double cpuBefore;
    private final long before = System.nanoTime();

    private Stopwatch(List<String> pids) {
        this.pids = pids;
        this.cpuBefore = cpuSeconds(pids);
    }

    /** @param pids process ids, comma between them */
    static Stopwatch start(String pids) {
        return new Stopwatch(List.of(pids.split(",")));
    }

    /**
     * @param latencies of each piece of work, in nanoseconds
     * @return one line of {@code name=value} pairs
     */
    String stop(long[] latencies) {
        double seconds = (System.nanoTime() - before) / 1e9;
        double cpu = cpuSeconds(pids) - cpuBefore;
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "calls=%d per_second=%.1f cpu_ms=%.3f median_ms=%.1f p99_ms=%.1f", sorted.length,
                sorted.length / seconds, cpu * 1000 / sorted.length, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }

    /** User and system time of processes together, in seconds (proc(5), fields 14 and 15 of stat). */
    static double cpuSeconds(List<String> pids) {
        double seconds = 0;
        for (String pid : pids) {
            try {
                String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                seconds += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
        return seconds;
    }
}
