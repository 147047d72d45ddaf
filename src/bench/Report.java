import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the table and the plot of a measure.
 *
 * <p>Arguments: file of the runs, results without their ending, title, Java of the measured processes, then the columns as
 * {@code name=heading}. A run is a line: subject, tab, {@code name=value} pairs. The table shows the median of each
 * subject's runs; of the first column also the lowest, the highest and the ratio to the first subject's median.
 */
public final class Report {

    private static final int LABEL = 300;
    private static final int PLOT = 420;
    private static final int BAR = 22;
    private static final int GAP = 10;
    private static final int TOP = 44;

    /** A figure that is shown. */
    private record Column(String name, String heading) {
        static Column read(String argument) {
            String[] parts = argument.split("=", 2);
            return new Column(parts[0], parts[1]);
        }
    }

    /** What is measured, with its runs. */
    private record Subject(String name, List<Map<String, Double>> runs) {

        Optional<double[]> sorted(Column column) {
            double[] values = runs.stream().filter(run -> run.containsKey(column.name()))
                    .mapToDouble(run -> run.get(column.name())).sorted().toArray();
            return values.length == 0 ? Optional.empty() : Optional.of(values);
        }

        Optional<Double> median(Column column) {
            return sorted(column).map(values -> values.length % 2 == 1 ? values[values.length / 2]
                    : (values[values.length / 2 - 1] + values[values.length / 2]) / 2);
        }
    }

    private final List<Subject> subjects;
    private final List<Column> columns;
    private final String title;

    private Report(List<Subject> subjects, List<Column> columns, String title) {
        this.subjects = subjects;
        this.columns = columns;
        this.title = title;
    }

    public static void main(String[] args) throws IOException {
        List<Column> columns = Stream.of(args).skip(4).map(Column::read).toList();
        Report report = new Report(read(Path.of(args[0])), columns, args[2]);
        Files.writeString(Path.of(args[1] + ".md"), report.table(machine(args[3])));
        Files.writeString(Path.of(args[1] + ".svg"), report.plot());
        System.out.println(Files.readString(Path.of(args[1] + ".md")));
    }

    private static List<Subject> read(Path file) throws IOException {
        Map<String, List<Map<String, Double>>> runs = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t");
            Map<String, Double> run = new LinkedHashMap<>();
            for (String pair : parts[1].trim().split(" +")) {
                String[] nameAndValue = pair.split("=");
                run.put(nameAndValue[0], Double.valueOf(nameAndValue[1]));
            }
            runs.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(run);
        }
        return runs.entrySet().stream().map(entry -> new Subject(entry.getKey(), entry.getValue())).toList();
    }

    private static String machine(String java) throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim()).findFirst().orElse("an unnamed processor");
        return "Machine: %d processors, %s; %s.".formatted(Runtime.getRuntime().availableProcessors(), model, java);
    }

    private String table(String machine) {
        StringBuilder table = new StringBuilder("# " + title + "\n\n" + machine + " Medians of "
                + subjects.get(0).runs().size() + ".\n\n| |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int i = 0; i < columns.size(); i++) {
            table.append(' ').append(columns.get(i).heading()).append(" |").append(i == 0 ? " lowest to highest | ratio |" : "");
            rule.append(i == 0 ? "---|---|---|" : "---|");
        }
        table.append('\n').append(rule).append('\n');
        for (Subject subject : subjects) {
            table.append("| ").append(subject.name()).append(" |");
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                table.append(' ').append(subject.median(column).map(Report::number).orElse("")).append(" |");
                if (i == 0) {
                    table.append(' ').append(subject.sorted(column).map(v -> number(v[0]) + " to " + number(v[v.length - 1])).orElse(""))
                            .append(" | ").append(subject.median(column).map(median -> number2(median / first())).orElse("")).append(" |");
                }
            }
            table.append('\n');
        }
        return table.toString();
    }

    private double first() {
        return subjects.get(0).median(columns.get(0)).orElseThrow(() -> new IllegalStateException("the first subject has no "
                + columns.get(0).name()));
    }

    /** A bar for each subject, as long as its median, with a line from its lowest run to its highest. */
    private String plot() {
        Column column = columns.get(0);
        double longest = subjects.stream().flatMap(subject -> subject.sorted(column).stream())
                .mapToDouble(values -> values[values.length - 1]).max().orElse(1);
        int height = TOP + subjects.size() * (BAR + GAP) + GAP;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" font-family="sans-serif" font-size="13">
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                <text x="10" y="18" font-weight="bold">%3$s</text>
                <text x="10" y="35" fill="#555">%4$s; the line goes from the lowest run to the highest</text>
                """.formatted(LABEL + PLOT + 110, height, escaped(title), escaped(column.heading())));
        int y = TOP;
        for (Subject subject : subjects) {
            double[] values = subject.sorted(column).orElse(new double[] {0});
            double median = subject.median(column).orElse(0.0);
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n".formatted(LABEL - 8, y + 16, escaped(subject.name())));
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n".formatted(
                    LABEL, y, length(median, longest), BAR, y == TOP ? "#8aa4b8" : "#2f6f9f"));
            svg.append("<line x1=\"%1$d\" x2=\"%2$d\" y1=\"%3$d\" y2=\"%3$d\" stroke=\"#111\"/>%n".formatted(
                    LABEL + length(values[0], longest), LABEL + length(values[values.length - 1], longest), y + BAR / 2));
            svg.append("<text x=\"%d\" y=\"%d\">%s (%s)</text>%n".formatted(
                    LABEL + length(values[values.length - 1], longest) + 6, y + 16, number(median), number2(median / first())));
            y += BAR + GAP;
        }
        return svg.append("</svg>\n").toString();
    }

    private static int length(double value, double longest) {
        return (int) Math.round(value / longest * PLOT);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%,.0f" : value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String number2(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
