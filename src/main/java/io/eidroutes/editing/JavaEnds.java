package io.eidroutes.editing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * The {@code direct:} names that Java and the route files share.
 *
 * @param answered routes in Java, and what each of them reaches
 * @param called   routes in files that Java calls: by folder, the name and who calls it
 */
record JavaEnds(Map<String, String> answered, Map<String, Map<String, String>> called) {

    private static final String FILE = "/java-routes.yaml";

    static JavaEnds ofThisApplication() {
        try (InputStream content = JavaEnds.class.getResourceAsStream(FILE)) {
            return new YAMLMapper().readValue(Objects.requireNonNull(content, FILE), new TypeReference<JavaEnds>() { });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
