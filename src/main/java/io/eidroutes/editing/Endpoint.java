package io.eidroutes.editing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint that a route file names: {@code uri} with {@code parameters}, or a URI in one text.
 *
 * @param part    where: the mapping that holds {@code uri}, or the text
 * @param scheme  the component
 * @param inline  what the text holds after the scheme; empty in the canonical form
 * @param options by name
 */
record Endpoint(Part part, String scheme, String inline, Map<String, Part> options) {

    private static final Set<String> CONSUMERS = Set.of("from", "pollEnrich", "poll");
    /** Fields whose text is a URI. */
    private static final Set<String> TEXTS = Set.of("to", "toD", "from", "wireTap", "deadLetterUri", "enrich", "pollEnrich", "poll");

    static List<Endpoint> in(RouteFiles files) {
        return files.parts().flatMap(part -> of(part).stream()).toList();
    }

    static List<Endpoint> in(Part route) {
        return route.all().flatMap(part -> of(part).stream()).toList();
    }

    static Optional<Endpoint> of(Part part) {
        if (part.isWithin("parameters")) {
            return Optional.empty();
        }
        if (part.isScalar()) {
            return TEXTS.contains(part.key()) ? Optional.of(of(part, part.text(), Map.of())) : Optional.empty();
        }
        return part.text("uri").map(uri -> of(part, uri,
                part.field("parameters").map(Part::fields).orElse(Map.of())));
    }

    private static Endpoint of(Part part, String uri, Map<String, Part> options) {
        int colon = uri.indexOf(':');
        int end = colon < 0 ? uri.indexOf('?') : colon;
        return end < 0 ? new Endpoint(part, uri, "", new LinkedHashMap<>(options))
                : new Endpoint(part, uri.substring(0, end), uri.substring(end + 1), new LinkedHashMap<>(options));
    }

    /** Whether something is taken from it. */
    boolean isConsumer() {
        return CONSUMERS.contains(part.key());
    }

    /** Whether it is only known when the route runs. */
    boolean isDynamic() {
        return isUnknown(scheme);
    }

    /** Whether the text holds what is only known when the route starts or runs. */
    static boolean isUnknown(String text) {
        return text.contains("{{") || text.contains("${");
    }

    boolean isDirect() {
        return scheme.equals("direct");
    }

    /** The name of a {@code direct:} endpoint, where it is known. */
    Optional<String> directName() {
        if (!isDirect()) {
            return Optional.empty();
        }
        int end = inline.indexOf('?');
        Optional<String> name = inline.isEmpty() ? Optional.ofNullable(options.get("name")).map(Part::text)
                : Optional.of(end < 0 ? inline : inline.substring(0, end));
        return name.filter(text -> !text.isEmpty() && !isUnknown(text));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(Part::text);
    }

    /** Where an option stands; the endpoint, where it has no such option. */
    Part at(String option) {
        return options.getOrDefault(option, part);
    }
}
