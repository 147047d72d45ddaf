package io.eidroutes.editing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The canonical form, in which a designer finds every part and writes it back as it was, and the rules of this house: one
 * thing a file, named like the file, that says what it does.
 */
final class CanonicalRule implements Rule {

    private static final Set<String> KINDS = Set.of("route", "rest", "routeConfiguration");
    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "jsonpath", "xpath", "header", "variable",
            "exchangeProperty", "groovy", "tokenize", "method", "ref", "csimple", "jq", "xquery", "spel");

    @Override
    public void check(RouteFiles files, Mistakes found) {
        for (RouteFile file : files.files()) {
            checkHouse(file, found);
            file.root().all().forEach(part -> checkForm(part, found));
        }
        files.files().stream().flatMap(file -> file.root().items().stream()).forEach(item -> checkDescription(item, found));
    }

    private static void checkHouse(RouteFile file, Mistakes found) {
        List<Part> items = file.root().items();
        for (Part second : items.subList(Math.min(1, items.size()), items.size())) {
            found.add(second, "A file holds one thing: this is a second one. Give it a file of its own.");
        }
        for (Part item : items) {
            item.fields().values().stream().filter(thing -> !KINDS.contains(thing.key())).forEach(thing -> found.add(thing,
                    "`" + thing.key() + "` may not stand at the top: write `route` with a `from` in it, `rest`, or `routeConfiguration`."));
        }
        file.the("route").ifPresent(route -> checkName(file, route, found));
    }

    /** The id may add the noun that the folder says already: send.camel.yaml holds send-claim. */
    private static void checkName(RouteFile file, Part route, Mistakes found) {
        Optional<Part> id = route.field("id");
        if (id.isEmpty()) {
            found.add(route, "The route has no id.");
        } else if (!id.get().text().matches(Pattern.quote(file.name()) + "(-[a-z]+)?")) {
            found.add(id.get(), "The route's id is " + id.get().text() + ", its file's name " + file.name() + ": they must be alike.");
        }
    }

    private static void checkDescription(Part item, Mistakes found) {
        for (String kind : KINDS) {
            Optional<Part> thing = item.field(kind);
            if (thing.isPresent() && thing.get().text("description").isEmpty()) {
                found.add(thing.get(), "The " + kind + " has no description.");
            } else if (thing.isPresent() && kind.equals("route") && !saysInAndOut(thing.get())) {
                found.add(thing.get().field("description").orElseThrow(),
                        "The description of a route says what comes in and what goes out: `In: … Out: …`.");
            }
        }
    }

    private static boolean saysInAndOut(Part route) {
        String description = route.text("description").orElse("");
        return description.contains("In:") && description.contains("Out:");
    }

    private static void checkForm(Part part, Mistakes found) {
        if (part.isWithin("parameters")) {
            return;
        }
        if (isStep(part) && part.isScalar()) {
            found.add(part, "Canonically `" + part.key() + "` is a mapping, not a text"
                    + (part.key().startsWith("to") ? ": {uri: …, parameters: …}." : "."));
        } else if (part.isScalar() && LANGUAGES.contains(part.key()) && isExpression(part)) {
            found.add(part, "Canonically this is `" + part.key() + ": {expression: …}`.");
        } else if (part.isScalar() && part.key().equals("uri") && part.text().matches("[^$]*[:?].*")) {
            found.add(part, "Canonically `uri` is the component alone; what follows it goes under `parameters`.");
        }
    }

    /** The one field of an item of steps. */
    private static boolean isStep(Part part) {
        return part.parent().filter(item -> item.key().isEmpty())
                .flatMap(Part::parent).filter(list -> list.key().equals("steps")).isPresent();
    }

    /** Where a language may stand: no other field has such a name there. */
    private static boolean isExpression(Part part) {
        return part.parent().map(Part::key).filter(above -> above.equals("expression") || above.startsWith("set")
                || above.equals("handled") || above.equals("continued")).isPresent();
    }
}
