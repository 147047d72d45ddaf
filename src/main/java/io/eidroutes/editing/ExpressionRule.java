package io.eidroutes.editing;

import java.util.List;
import java.util.Set;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.LanguageValidationResult;

/** Expressions in Camel's simple language can be read. */
final class ExpressionRule implements Rule {

    /** What asks its expression a question. */
    private static final Set<String> QUESTIONS = Set.of("when", "filter", "validate", "onWhen", "completionPredicate");

    private final CamelCatalog catalog = new DefaultCamelCatalog(true);

    @Override
    public void check(RouteFiles files, Mistakes found) {
        List<Part> expressions = files.parts().filter(part -> part.key().equals("simple") && !part.isWithin("parameters")).toList();
        for (Part simple : expressions) {
            Part text = simple.isScalar() ? simple : simple.field("expression").orElse(simple);
            if (text.isScalar()) {
                check(text, isQuestion(simple), found);
            }
        }
    }

    private void check(Part text, boolean question, Mistakes found) {
        String expression = text.text().replaceAll("\\{\\{[^{}]*}}", "1");
        ClassLoader loader = ExpressionRule.class.getClassLoader();
        LanguageValidationResult result = question ? catalog.validateLanguagePredicate(loader, "simple", expression)
                : catalog.validateLanguageExpression(loader, "simple", expression);
        if (!result.isSuccess()) {
            String error = result.getShortError() == null ? result.getError() : result.getShortError();
            found.add(text, "The simple language cannot read this: " + error.lines().findFirst().orElse("").trim() + ".");
        }
    }

    /** {@code when: [ {expression: {simple: …}} ]}, {@code filter: {simple: …}}. */
    private static boolean isQuestion(Part simple) {
        Part above = simple.parent().orElseThrow();
        if (above.key().equals("expression")) {
            above = above.parent().orElseThrow();
        }
        return QUESTIONS.contains(above.key().isEmpty() ? above.parent().map(Part::key).orElse("") : above.key());
    }
}
