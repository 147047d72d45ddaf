package io.eidroutes.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Draws the route files as Mermaid flow charts: one a folder, and one a family of failures. */
final class RouteDiagrams {

    /** The folders that are drawn first; then whatever others there are. */
    private static final List<String> JOBS = List.of("consent", "identification", "delivery");
    private static final String LAST = "failure";
    /** Components that nothing leaves the application by. */
    private static final Set<String> SILENT = Set.of("micrometer", "log");

    private static final String OTHERWISE = "otherwise";

    private final RouteFiles files;
    private final JavaEnds java;
    /** The routes by the direct: name that they take. */
    private final Map<String, RouteFile> routes = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private Set<String> drawn = new LinkedHashSet<>();

    RouteDiagrams(RouteFiles files, JavaEnds java) {
        this.files = files;
        this.java = java;
        for (RouteFile file : files.files()) {
            from(file).flatMap(Endpoint::directName).ifPresent(name -> routes.put(name, file));
        }
    }

    String draw(String introduction) {
        lines.addAll(introduction.lines().toList());
        for (String job : jobs()) {
            begin("## " + job.substring(0, 1).toUpperCase(Locale.ROOT) + job.substring(1));
            List<RouteFile> drawnHere = files.files().stream().filter(file -> file.job().equals(job)).toList();
            drawnHere.stream().filter(file -> !isRouter(file)).forEach(this::draw);
            java.called().getOrDefault(job, Map.of()).forEach((name, caller) ->
                    edge(node("caller " + caller, "([", caller, "])"), "", target(name)));
            lines.add("```");
            for (RouteFile router : drawnHere.stream().filter(RouteDiagrams::isRouter).toList()) {
                begin("### " + router.name());
                draw(router);
                lines.add("```");
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private Set<String> jobs() {
        Set<String> jobs = new LinkedHashSet<>(JOBS);
        files.files().stream().map(RouteFile::job).filter(job -> !job.equals(LAST)).forEach(jobs::add);
        jobs.add(LAST);
        return jobs;
    }

    private void begin(String title) {
        lines.addAll(List.of("", title, "", "```mermaid", "flowchart LR"));
        drawn = new LinkedHashSet<>();
    }

    private void draw(RouteFile file) {
        drawDoors(file);
        if (file.the("route").isPresent()) {
            node(file);
            drawCalls(file);
        }
    }

    /** A router of one family. */
    private static boolean isRouter(RouteFile file) {
        return file.name().matches("route-.+-failure");
    }

    private void drawDoors(RouteFile file) {
        Optional<Endpoint> from = from(file);
        if (from.isPresent() && !from.get().isDirect()) {
            edge(node("door " + file.name(), "([", describe(from.get()), "])"), "", node(file));
        }
        file.the("routeConfiguration").ifPresent(configuration -> edge(
                node("caller failure", "([", "a step of any route fails", "])"), "", target("route-failure")));
        Optional<Part> rest = file.the("rest");
        String path = rest.flatMap(door -> door.text("path")).orElse("");
        for (String method : List.of("get", "post", "put", "delete")) {
            List<Part> verbs = rest.flatMap(door -> door.field(method)).map(Part::items).orElse(List.of());
            for (Part verb : verbs) {
                String call = method.toUpperCase(Locale.ROOT) + " " + path + verb.text("path").orElse("");
                verb.field("to").flatMap(Endpoint::of).flatMap(Endpoint::directName)
                        .ifPresent(name -> edge(node("door " + call, "([", call, "])"), "", target(name)));
            }
        }
    }

    private void drawCalls(RouteFile file) {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        Map<String, Integer> branches = new TreeMap<>();
        for (Endpoint call : Endpoint.in(file.the("route").orElseThrow())) {
            if (!call.isConsumer() && !SILENT.contains(call.scheme())) {
                String to = call.directName().map(this::target)
                        .orElseGet(() -> node("other " + describe(call), "[(", describe(call), ")]"));
                labels.computeIfAbsent(to, none -> new LinkedHashSet<>()).addAll(branch(call.part()).stream().toList());
                branches.merge(to, 1, Integer::sum);
            }
        }
        labels.forEach((to, names) -> edge(node(file), isRouter(file) ? counted(names, branches.get(to)) : String.join(", ", names), to));
    }

    /** How many codes lead there, and whether unknown ones do. */
    private static String counted(Set<String> names, int branches) {
        boolean otherwise = names.stream().anyMatch(name -> name.endsWith(OTHERWISE));
        int codes = otherwise ? branches - 1 : branches;
        String text = codes == 0 ? "" : codes + (codes == 1 ? " code" : " codes");
        return Stream.of(text, otherwise ? "others" : "").filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other).orElse("");
    }

    /** The id of the innermost branch that a step stands in. */
    private static Optional<String> branch(Part step) {
        Part part = step;
        while (part.parent().isPresent()) {
            Part above = part.parent().get();
            if (part.key().equals("otherwise")) {
                return part.text("id").or(() -> Optional.of(OTHERWISE));
            } else if (part.key().isEmpty() && above.key().equals("when")) {
                return part.text("id");
            }
            part = above;
        }
        return Optional.empty();
    }

    private String target(String name) {
        RouteFile file = routes.get(name);
        return file != null ? node(file) : node("java " + name, "[[", name + "<br/>" + java.answered().getOrDefault(name, "?"), "]]");
    }

    private String node(RouteFile file) {
        String id = file.the("route").flatMap(route -> route.text("id")).orElse(file.name());
        return node("route " + id, "[", id, "]");
    }

    /** Draws it once a diagram. */
    private String node(String name, String open, String label, String close) {
        String id = name.replaceAll("[^A-Za-z0-9]+", "_");
        if (drawn.add(id)) {
            lines.add("  " + id + open + "\"" + label + "\"" + close);
        }
        return id;
    }

    private void edge(String from, String label, String to) {
        String line = "  " + from + " --> " + (label.isEmpty() ? "" : "|\"" + label + "\"| ") + to;
        if (drawn.add(line)) {
            lines.add(line);
        }
    }

    private static Optional<Endpoint> from(RouteFile file) {
        return file.the("route").flatMap(route -> route.field("from")).flatMap(Endpoint::of);
    }

    private static String describe(Endpoint endpoint) {
        String where = Stream.of("destinationName", "directoryName", "httpUri", "name").flatMap(name -> endpoint.option(name).stream())
                .findFirst().orElse(endpoint.inline());
        return endpoint.scheme() + ": " + where.replaceAll("\\{\\{|}}|\\$\\{variable\\.|}", "");
    }
}
