package io.eidroutes.check;

import io.eidroutes.WrongSettingAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What is found, in the order in which it was looked for. */
final class Findings {

    private static final String SENTENCE = "Settings? (?:under )?";

    private final List<Finding> found = new ArrayList<>();

    void ok(String setting, String sentence) {
        found.add(new Finding(Finding.Level.OK, setting, sentence, ""));
    }

    void warn(String setting, String sentence, String advice) {
        found.add(new Finding(Finding.Level.WARN, setting, sentence, advice));
    }

    void error(String setting, String sentence, String advice) {
        found.add(new Finding(Finding.Level.ERROR, setting, sentence, advice));
    }

    /**
     * What would stop the start, in the words in which the start says it.
     *
     * @param setting the one that is meant, where the failure does not name it
     */
    void error(String setting, RuntimeException failure) {
        FailureAnalysis said = new WrongSettingAnalyzer().analyze(failure);
        if (said == null) {
            error(setting, "it cannot be used", set(setting));
            return;
        }
        for (String line : said.getDescription().lines().toList()) {
            String sentence = line.replaceFirst("^" + SENTENCE, "").replaceFirst("\\.$", "");
            String named = sentence.replaceFirst("[: ].*$", "");
            boolean names = named.startsWith("eid.") || named.startsWith("spring.");
            String name = names ? named : setting;
            error(name, names ? sentence.substring(named.length()).replaceFirst("^: ?", "").strip() : sentence, set(name));
        }
    }

    /** Runs a check that may stop as a start would. */
    boolean holds(String setting, Runnable check) {
        return loaded(setting, () -> {
            check.run();
            return true;
        }).isPresent();
    }

    /** What a start would load; empty, and found, where it would stop there. */
    <T> Optional<T> loaded(String setting, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (RuntimeException stopped) {
            error(setting, stopped);
            return Optional.empty();
        }
    }

    void addAll(Findings others) {
        found.addAll(others.found);
    }

    List<Finding> all() {
        return List.copyOf(found);
    }

    /** How a setting is set. */
    static String set(String setting) {
        return "correct it in application.yaml, or as " + variable(setting) + " in the environment";
    }

    /** The name of a setting in the environment. */
    static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
