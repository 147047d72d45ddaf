package io.eidroutes.editing;

import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.ComponentModel.EndpointOptionModel;

/** Each endpoint's component is known and at hand, and so are its options and their values. */
final class EndpointRule implements Rule {

    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog(true);

    @Override
    public void check(RouteFiles files, Mistakes found) {
        for (Endpoint endpoint : Endpoint.in(files)) {
            if (!endpoint.isDynamic()) {
                check(endpoint, found);
            }
        }
    }

    private void check(Endpoint endpoint, Mistakes found) {
        String scheme = endpoint.scheme();
        ComponentModel component = catalog.componentModel(scheme);
        Part at = endpoint.part().field("uri").orElse(endpoint.part());
        if (component == null) {
            if (isAbsent(scheme)) {
                found.add(at, "Camel has no component " + scheme + ".");
            }
            return;
        }
        if (isAbsent(scheme)) {
            found.add(at, "The component " + scheme + " is not in this application; its library is " + component.getArtifactId() + ".");
        }
        Map<String, String> options = new HashMap<>(endpoint.inline().isEmpty() ? Map.of() : inlineOptions(endpoint));
        endpoint.options().forEach((name, part) -> options.put(name, part.text()));
        report(endpoint, component, catalog.validateProperties(scheme, options), found);
        for (EndpointOptionModel option : component.getEndpointOptions()) {
            String label = option.getLabel() == null ? "" : option.getLabel().toLowerCase(Locale.ROOT);
            String other = endpoint.isConsumer() ? "producer" : "consumer";
            if (options.containsKey(option.getName()) && label.startsWith(other)) {
                found.add(endpoint.at(option.getName()), scheme + " takes `" + option.getName() + "` only where it is "
                        + (endpoint.isConsumer() ? "sent to." : "taken from, in `from`."));
            }
        }
    }

    private Map<String, String> inlineOptions(Endpoint endpoint) {
        try {
            return catalog.endpointProperties(endpoint.scheme() + ":" + endpoint.inline());
        } catch (URISyntaxException broken) {
            return Map.of();
        }
    }

    private static void report(Endpoint endpoint, ComponentModel component, EndpointValidationResult result, Mistakes found) {
        String scheme = endpoint.scheme();
        // What such a component does not know goes to the other side, as a query parameter.
        if (!component.isLenientProperties()) {
            for (String option : orNone(result.getUnknown())) {
                found.add(endpoint.at(option), scheme + " has no option `" + option + "`.");
            }
        }
        for (String option : orNone(result.getRequired())) {
            found.add(endpoint.part(), scheme + " needs the option `" + option + "`.");
        }
        wrong(endpoint, result.getInvalidBoolean(), "true or false", found);
        wrong(endpoint, result.getInvalidInteger(), "a whole number", found);
        wrong(endpoint, result.getInvalidNumber(), "a number", found);
        wrong(endpoint, result.getInvalidDuration(), "a time like 500, 10s or 1m30s", found);
        for (Map.Entry<String, String> option : orNone(result.getInvalidEnum()).entrySet()) {
            found.add(endpoint.at(option.getKey()), "`" + option.getKey() + "` of " + scheme + " may not be " + option.getValue()
                    + ": it is one of " + String.join(", ", result.getInvalidEnumChoices().get(option.getKey())) + ".");
        }
    }

    private static void wrong(Endpoint endpoint, Map<String, String> options, String what, Mistakes found) {
        orNone(options).forEach((name, value) -> {
            if (!Endpoint.isUnknown(value) && !value.startsWith("#")) {
                found.add(endpoint.at(name), "`" + name + "` of " + endpoint.scheme() + " must be " + what + ", not " + value + ".");
            }
        });
    }

    private static Set<String> orNone(Set<String> names) {
        return names == null ? Set.of() : names;
    }

    private static Map<String, String> orNone(Map<String, String> values) {
        return values == null ? Map.of() : values;
    }

    private static boolean isAbsent(String scheme) {
        return EndpointRule.class.getResource("/META-INF/services/org/apache/camel/component/" + scheme) == null;
    }
}
