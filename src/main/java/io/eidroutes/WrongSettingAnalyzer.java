package io.eidroutes;

import io.eidroutes.privacy.UnusableKeyset;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.validation.FieldError;

/** Says in one sentence which setting stopped the start and why, without the value, which may be a secret. */
public final class WrongSettingAnalyzer implements FailureAnalyzer {

    private static final String ACTION = "Correct it in application.yaml or in the environment and start again.";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        WrongSetting wrong = find(failure, WrongSetting.class);
        if (wrong != null) {
            return new FailureAnalysis(wrong.getMessage(), ACTION, wrong);
        }
        BindValidationException invalid = find(failure, BindValidationException.class);
        if (invalid != null) {
            String prefix = invalid.getValidationErrors().getName().toString();
            String sentences = invalid.getValidationErrors().getAllErrors().stream()
                    .map(error -> error instanceof FieldError field
                            ? "Setting " + prefix + "." + dashed(field.getField()) + ": " + error.getDefaultMessage() + "."
                            : "Settings under " + prefix + ": " + error.getDefaultMessage() + ".")
                    .sorted()
                    .collect(Collectors.joining(System.lineSeparator()));
            return new FailureAnalysis(sentences, ACTION, invalid);
        }
        Throwable deepest = deepest(failure);
        if (isOurs(deepest) && deepest.getMessage().startsWith("eid.")) {
            return new FailureAnalysis("Setting " + deepest.getMessage() + ".", ACTION, deepest);
        }
        BindException unbound = find(failure, BindException.class);
        if (unbound != null && unbound.getName().toString().startsWith("eid")) {
            return new FailureAnalysis("Setting " + unbound.getName() + ": " + reason(unbound) + ".", ACTION, unbound);
        }
        UnusableKeyset keyset = find(failure, UnusableKeyset.class);
        if (keyset != null) {
            return new FailureAnalysis("Setting eid.privacy.keyset: " + keyset.getMessage(), ACTION, keyset);
        }
        return null;
    }

    private static String reason(BindException unbound) {
        Throwable deepest = deepest(unbound);
        return isOurs(deepest) ? deepest.getMessage() : "the value cannot be read as " + unbound.getTarget().getType();
    }

    /** A check of ours speaks in our words; a converter's message quotes the value. */
    private static boolean isOurs(Throwable thrown) {
        return thrown instanceof IllegalArgumentException
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().startsWith("io.eidroutes.");
    }

    private static Throwable deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String dashed(String field) {
        return ConfigurationPropertyName.adapt(field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(), '.').toString();
    }

    private static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
