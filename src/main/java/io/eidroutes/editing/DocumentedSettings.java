package io.eidroutes.editing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings that {@code application.yaml} names, those that it shows commented out included. */
final class DocumentedSettings {

    private static final String PACKED = "/application.yaml";
    /** A key with its indentation; of a comment, without the mark and the space after it. */
    private static final Pattern KEY = Pattern.compile("^(\\s*)(?:# )?(\\s*)([a-z][A-Za-z0-9_.-]*):(?:\\s.*)?$");

    private final Set<String> names = new HashSet<>();

    private DocumentedSettings() {
    }

    /** Those of the copy in the jar, and of the file in the working directory where there is one. */
    static DocumentedSettings ofThisApplication() {
        try (InputStream packed = DocumentedSettings.class.getResourceAsStream(PACKED)) {
            DocumentedSettings settings = in(new String(Objects.requireNonNull(packed, PACKED).readAllBytes(), StandardCharsets.UTF_8));
            Path own = Path.of("application.yaml");
            if (Files.isReadable(own)) {
                settings.add(Files.readString(own));
            }
            return settings;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static DocumentedSettings in(String yaml) {
        DocumentedSettings settings = new DocumentedSettings();
        settings.add(yaml);
        return settings;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private record Level(int indentation, String path) {
    }

    private void add(String yaml) {
        Deque<Level> above = new ArrayDeque<>();
        for (String line : yaml.lines().toList()) {
            if (line.startsWith("---")) {
                above.clear();
            }
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                int indentation = key.group(1).length() + key.group(2).length();
                while (!above.isEmpty() && above.peek().indentation() >= indentation) {
                    above.pop();
                }
                String path = above.isEmpty() ? key.group(3) : above.peek().path() + "." + key.group(3);
                above.push(new Level(indentation, path));
                names.add(path);
            }
        }
    }
}
