package io.eidroutes.editing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A route asks for no setting that {@code application.yaml} does not name. */
final class PlaceholderRule implements Rule {

    /** Without the marks for "optional" and "not", and without the default. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[?!]?([^{}:]+)(:[^{}]*)?}}");
    /** Functions of Camel: {@code {{env:NAME}}}. */
    private static final Pattern FUNCTION = Pattern.compile("env|sys|service|bean|secret|aws|gcp|azure|hashicorp|configmap.*");

    private final DocumentedSettings settings;

    PlaceholderRule(DocumentedSettings settings) {
        this.settings = settings;
    }

    @Override
    public void check(RouteFiles files, Mistakes found) {
        files.parts().filter(Part::isScalar).forEach(part -> check(part, found));
    }

    private void check(Part part, Mistakes found) {
        Matcher placeholder = PLACEHOLDER.matcher(part.text());
        while (placeholder.find()) {
            String name = placeholder.group(1).trim();
            if (!settings.has(name) && !FUNCTION.matcher(name).matches()) {
                found.add(part, "application.yaml does not name the setting " + name + ".");
            }
        }
    }
}
