package io.eidroutes.editing;

import java.nio.file.Path;
import java.util.List;

/** The check of the route files in a folder: everything that can be said of them without starting them. */
final class RouteCheck {

    private final List<Rule> rules;

    /** @param settings the names that placeholders may have */
    RouteCheck(DocumentedSettings settings) {
        JavaEnds java = JavaEnds.ofThisApplication();
        this.rules = List.of(new SchemaRule(), new CanonicalRule(), new EndpointRule(), new BorderRule(), new NamesRule(java),
                new PlaceholderRule(settings), new ExpressionRule(), new LogRule(), new StateRule(), new BreakerRule());
    }

    /** @return by file and line; none where all is well */
    List<Mistake> mistakesIn(RouteFiles files) {
        Mistakes found = new Mistakes();
        found.addAll(files.unread());
        for (Rule rule : rules) {
            rule.check(files, found);
        }
        return found.inOrder();
    }

    List<Mistake> mistakesIn(Path folder) {
        return mistakesIn(RouteFiles.in(folder));
    }
}
