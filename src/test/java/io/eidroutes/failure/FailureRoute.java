package io.eidroutes.failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A route file under {@code routes/failure/}, read as YAML and not through Camel. */
record FailureRoute(String id, JsonNode route) {

    static final Path FOLDER = Path.of("routes", "failure");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** One {@code when}: the value that the variable is compared with, and what its steps are. */
    record Branch(String value, List<String> leadsTo) {
    }

    static FailureRoute of(String id) {
        return new FailureRoute(id, parse(FOLDER.resolve(id + ".camel.yaml")));
    }

    /** The family routers that exist, by family. */
    static List<Family> routedFamilies() {
        return Stream.of(Family.values())
                .filter(family -> Files.exists(FOLDER.resolve(routerFile(family))))
                .toList();
    }

    static FailureRoute routerOf(Family family) {
        return of("route-" + family + "-failure");
    }

    static String routerFile(Family family) {
        return "route-" + family + "-failure.camel.yaml";
    }

    /**
     * A router in which an engineer has changed the one line that says where the branch of a code leads to.
     *
     * @param router the lines of its file
     */
    static List<String> moved(List<String> router, String code, String treatment) {
        List<String> lines = new ArrayList<>(router);
        int line = lines.indexOf("                    expression: ${variable.failureCode} == '" + code + "'");
        do {
            line++;
        } while (!lines.get(line).contains("name: "));
        lines.set(line, lines.get(line).replaceFirst("name: [a-z-]+", "name: " + treatment));
        return lines;
    }

    /** The routes that set a kind, or do nothing but choose between such routes. */
    static Set<String> treatments() {
        Set<String> treatments = new TreeSet<>();
        for (Path file : files()) {
            FailureRoute route = new FailureRoute(file.getFileName().toString().replace(".camel.yaml", ""), parse(file));
            if (!route.id().startsWith("route-") && (route.kind().isPresent() || route.onlyChooses())) {
                treatments.add(route.id());
            }
        }
        return treatments;
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".camel.yaml")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The kind that the route sets by itself. */
    Optional<String> kind() {
        return variable("kind");
    }

    Optional<String> variable(String name) {
        for (JsonNode step : steps()) {
            if (step.at("/setVariable/name").asText().equals(name)) {
                return Optional.of(step.at("/setVariable/expression/constant/expression").asText());
            }
        }
        return Optional.empty();
    }

    /** Every kind that the route can end with: its own, or those of the treatments that it chooses between. */
    Set<String> possibleKinds() {
        Set<String> kinds = new TreeSet<>();
        kind().ifPresent(kinds::add);
        if (onlyChooses()) {
            choice().path("when").forEach(when -> targets(when).forEach(to -> kinds.addAll(of(to).possibleKinds())));
            otherwise().forEach(to -> kinds.addAll(of(to).possibleKinds()));
        }
        return kinds;
    }

    /** The branches in their order; each must have the form {@code ${variable.NAME} == 'VALUE'}. */
    List<Branch> branches(String variable) {
        String before = "${variable." + variable + "} == '";
        List<Branch> branches = new ArrayList<>();
        for (JsonNode when : choice().path("when")) {
            String expression = when.at("/expression/simple/expression").asText();
            if (!expression.startsWith(before) || !expression.endsWith("'")) {
                throw new AssertionError(id + ": a branch that is no comparison of " + variable + ": " + expression);
            }
            branches.add(new Branch(expression.substring(before.length(), expression.length() - 1), targets(when)));
        }
        return branches;
    }

    /** The ids of all branches of its choice, none where it chooses nothing; empty for a branch without one. */
    List<String> branchIds() {
        List<String> ids = new ArrayList<>();
        choice().path("when").forEach(when -> ids.add(when.path("id").asText()));
        if (choice().has("otherwise")) {
            ids.add(choice().path("otherwise").path("id").asText());
        }
        return ids;
    }

    List<String> otherwise() {
        return targets(choice().path("otherwise"));
    }

    JsonNode steps() {
        return route.at("/from/steps");
    }

    /** Nothing but a choice, and variables for what is chosen. */
    private boolean onlyChooses() {
        for (JsonNode step : steps()) {
            if (!step.has("choice") && !step.has("setVariable")) {
                return false;
            }
        }
        return kind().isEmpty() && choice().isObject();
    }

    private JsonNode choice() {
        for (JsonNode step : steps()) {
            if (step.has("choice")) {
                return step.path("choice");
            }
        }
        return MissingNode.getInstance();
    }

    /** The names of the {@code direct:} calls; a step that is none shows as its own text. */
    private static List<String> targets(JsonNode branch) {
        List<String> targets = new ArrayList<>();
        for (JsonNode step : branch.path("steps")) {
            boolean direct = step.at("/to/uri").asText().equals("direct");
            targets.add(direct ? step.at("/to/parameters/name").asText() : step.toString());
        }
        return targets;
    }

    static FailureRoute read(List<String> lines) {
        try {
            JsonNode route = YAML.readTree(String.join("\n", lines)).path(0).path("route");
            return new FailureRoute(route.path("id").asText(), route);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(file.toFile()).path(0).path("route");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
