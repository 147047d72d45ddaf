package io.eidroutes.editing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ids are unique in the application, and each name that is called is a route's. */
final class NamesRule implements Rule {

    private static final Pattern DIRECT = Pattern.compile("direct:([A-Za-z0-9._-]+)");

    private final JavaEnds java;

    NamesRule(JavaEnds java) {
        this.java = java;
    }

    @Override
    public void check(RouteFiles files, Mistakes found) {
        checkIds(files, found);
        Set<String> taken = checkConsumers(files, found);
        if (files.areComplete()) {
            checkCalls(files, taken, found);
            checkCallsOfJava(files, taken, found);
            checkConfigurations(files, found);
        }
    }

    private void checkIds(RouteFiles files, Mistakes found) {
        Map<String, Part> first = new HashMap<>();
        List<Part> ids = files.parts().filter(part -> part.key().equals("id") && part.isScalar() && !part.isWithin("parameters")).toList();
        for (Part id : ids) {
            Part other = first.putIfAbsent(id.text(), id);
            if (other != null) {
                found.add(id, "The id " + id.text() + " is given already in " + other.file().getFileName() + ":" + other.line()
                        + "; ids are unique in the whole application.");
            } else if (java.answered().containsKey(id.text())) {
                found.add(id, "The id " + id.text() + " is that of a route in Java.");
            }
        }
    }

    /** @return the names that routes take, those of Java included */
    private Set<String> checkConsumers(RouteFiles files, Mistakes found) {
        Map<String, Part> first = new HashMap<>();
        for (Endpoint endpoint : Endpoint.in(files)) {
            Optional<String> name = endpoint.directName();
            if (endpoint.isConsumer() && name.isPresent()) {
                Part at = endpoint.at("name");
                Part other = first.putIfAbsent(name.get(), at);
                if (other != null) {
                    found.add(at, "direct:" + name.get() + " is taken already in " + other.file().getFileName() + ":" + other.line() + ".");
                } else if (java.answered().containsKey(name.get())) {
                    found.add(at, "direct:" + name.get() + " is taken already by a route in Java.");
                }
            }
        }
        Set<String> taken = new HashSet<>(first.keySet());
        taken.addAll(java.answered().keySet());
        return taken;
    }

    private static void checkCalls(RouteFiles files, Set<String> taken, Mistakes found) {
        for (Endpoint endpoint : Endpoint.in(files)) {
            Optional<String> name = endpoint.directName();
            if (!endpoint.isConsumer() && name.isPresent() && !taken.contains(name.get())) {
                found.add(endpoint.at("name"), unresolved(name.get()));
            }
        }
        // Names in the expressions of recipient lists and routing slips.
        for (Part text : files.parts().filter(part -> part.isScalar() && part.key().equals("expression")).toList()) {
            Matcher name = DIRECT.matcher(text.text());
            while (name.find()) {
                if (!taken.contains(name.group(1))) {
                    found.add(text, unresolved(name.group(1)));
                }
            }
        }
    }

    private static String unresolved(String name) {
        return "No route takes direct:" + name + ".";
    }

    /** A job whose folder is not there is not asked for. */
    private void checkCallsOfJava(RouteFiles files, Set<String> taken, Mistakes found) {
        java.called().forEach((job, names) -> {
            Optional<RouteFile> any = files.files().stream().filter(file -> file.job().equals(job)).findFirst();
            if (any.isPresent()) {
                names.keySet().stream().filter(name -> !taken.contains(name)).forEach(name ->
                        found.add(any.get().file().getParent(), 1, "No route takes direct:" + name + ", which Java calls for "
                                + names.get(name) + "."));
            }
        });
    }

    private static void checkConfigurations(RouteFiles files, Mistakes found) {
        Set<String> configurations = files.files().stream().flatMap(file -> file.the("routeConfiguration").stream())
                .flatMap(configuration -> configuration.text("id").stream()).collect(Collectors.toSet());
        files.routes().flatMap(route -> route.field("routeConfigurationId").stream())
                .filter(name -> !configurations.contains(name.text()))
                .forEach(name -> found.add(name, "There is no routeConfiguration " + name.text() + "."));
    }
}
