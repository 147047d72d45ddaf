package io.eidroutes.editing;

import java.util.Optional;
import java.util.Set;

/** What every crossing of the border to another system must say, since Camel's own defaults are others. */
final class BorderRule implements Rule {

    private static final Set<String> HTTP = Set.of("http", "https");
    /** What stays within the application, or is begun by a caller whose route answers for its failures. */
    private static final Set<String> INNER = Set.of("direct", "seda");

    @Override
    public void check(RouteFiles files, Mistakes found) {
        for (Endpoint endpoint : Endpoint.in(files)) {
            if (HTTP.contains(endpoint.scheme()) && !endpoint.isConsumer() && endpoint.inline().isEmpty()) {
                demand(endpoint, "bridgeEndpoint", "true", "or a header that came in may choose where the call goes", found);
                demand(endpoint, "throwExceptionOnFailure", "false",
                        "or the failure that is raised holds the URI and the answer", found);
            } else if (endpoint.scheme().equals("jms") && endpoint.part().key().equals("from")) {
                demand(endpoint, "disableReplyTo", "true", "or a JMSReplyTo gets a second answer when the route ends", found);
            }
        }
        files.routes().forEach(route -> checkFailures(route, found));
    }

    private static void demand(Endpoint endpoint, String option, String value, String reason, Mistakes found) {
        if (!endpoint.option(option).equals(Optional.of(value))) {
            found.add(endpoint.at(option), endpoint.scheme() + " must have `" + option + ": " + value + "` here, " + reason + ".");
        }
    }

    private static void checkFailures(Part route, Mistakes found) {
        Optional<Endpoint> from = route.field("from").flatMap(Endpoint::of);
        if (from.isPresent() && !INNER.contains(from.get().scheme())
                && route.text("routeConfigurationId").isEmpty() && route.field("errorHandler").isEmpty()) {
            found.add(route, "This route begins at a door, so its failures need `routeConfigurationId: failure`.");
        }
    }
}
