package io.eidroutes.editing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * No route writes to the log what may be personal or secret: bodies, headers, whole exchanges, the texts of exceptions, and
 * the variables that hold such things. Masking is a second line only: it does not know most of what we carry.
 */
final class LogRule implements Rule {

    private static final Pattern REVEALING = Pattern.compile("\\$(?:simple)?\\{\\s*(?:in\\.|out\\.|message\\.)?"
            + "(body|bodyAs|bodyOneLine|mandatoryBodyAs|prettyBody|originalBody|headers?|exchange|messageHistory|logExchange"
            + "|exception|variables|jsonpath|jq|xpath|bean|attachment\\w*)\\b");
    private static final Pattern HEADER_LANGUAGES = Pattern.compile("header|jsonpath|jq|xpath|xquery|groovy|method");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:simple)?\\{\\s*variable\\.([A-Za-z]+)");
    private static final Set<String> PERSONAL = Set.of("iin", "expectedIin", "phone", "expectedPhone", "code", "codeVerifier",
            "nonce", "tokens", "token", "idToken", "otpConfirmation", "identified", "message", "answer", "response", "requestId",
            "idempotencyKey", "logoutLink");
    /** Options of the component log that show what must not be seen; showBody holds unless it is switched off. */
    private static final List<String> SHOWING = List.of("showAll", "showHeaders", "showAllProperties", "showProperties",
            "showVariables", "showException", "showCaughtException", "showStackTrace");

    @Override
    public void check(RouteFiles files, Mistakes found) {
        for (Part part : files.parts().filter(part -> !part.isWithin("parameters")).toList()) {
            if (part.key().equals("log")) {
                checkStep(part, found);
            } else if (Set.of("trace", "logExhaustedMessageBody", "logExhaustedMessageHistory").contains(part.key())
                    && part.text().equals("true")) {
                found.add(part, "`" + part.key() + "` writes bodies and headers to the log.");
            }
        }
        for (Endpoint endpoint : Endpoint.in(files)) {
            if (endpoint.scheme().equals("log")) {
                checkComponent(endpoint, found);
            }
        }
    }

    private static void checkStep(Part log, Mistakes found) {
        Part text = log.isScalar() ? log : log.field("message").orElse(log);
        Matcher revealing = REVEALING.matcher(text.text());
        Matcher variable = VARIABLE.matcher(text.text());
        if (revealing.find()) {
            found.add(text, "This logs ${" + revealing.group(1) + "…}, which may be personal or secret: log ids only.");
        }
        while (variable.find()) {
            if (PERSONAL.contains(variable.group(1))) {
                found.add(text, "This logs the variable " + variable.group(1) + ", which may be personal or secret: log ids only.");
            }
        }
        log.field("logLanguage").filter(language -> HEADER_LANGUAGES.matcher(language.text()).matches())
                .ifPresent(language -> found.add(language, "A log message in " + language.text()
                        + " may hold what is personal: write it in simple."));
    }

    private static void checkComponent(Endpoint log, Mistakes found) {
        if (!log.option("showBody").equals(Optional.of("false"))) {
            found.add(log.at("showBody"), "The component log shows the body: it must have `showBody: false`.");
        }
        for (String option : SHOWING) {
            if (log.option(option).filter(value -> !value.equals("false")).isPresent()) {
                found.add(log.at(option), "`" + option + "` writes to the log what may be personal or secret.");
            }
        }
    }
}
