package io.eidroutes.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A setting under {@code eid} that nobody reads is a misspelt one: what was meant has its default. */
final class UnknownSettings implements Check {

    private static final int NEAR = 3;

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        Set<String> known = SettingNames.all().stream().map(SettingNames.Setting::name).collect(Collectors.toCollection(HashSet::new));
        known.addAll(SettingNames.BY_NAME);
        String used = whereSettingsAreUsed(settings);
        Set<String> given = new TreeSet<>();
        Set<String> inEnvironment = new HashSet<>();
        ConfigurationPropertySources.get(settings.environment()).forEach(source -> {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream().filter(name -> name.getNumberOfElements() > 1
                                && name.getElement(0, ConfigurationPropertyName.Form.UNIFORM).equals("eid"))
                        .map(ConfigurationPropertyName::toString)
                        .forEach(name -> (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource ? inEnvironment : given).add(name));
            }
        });
        given.stream().filter(name -> isUnknown(name, known, used))
                .forEach(name -> findings.error(name, "there is no such setting", advice(name, known)));
        // There others may have names that begin as ours do.
        inEnvironment.stream().filter(name -> isUnknown(name, known, used)).sorted()
                .forEach(name -> findings.warn(name, "the environment has it, and there is no such setting", advice(name, known)));
    }

    private static boolean isUnknown(String name, Set<String> known, String used) {
        return !used.contains(name) && known.stream().noneMatch(setting -> is(name, setting));
    }

    /** As the environment writes names, where nothing tells a dash from a dot, and a list from its elements. */
    private static boolean is(String given, String setting) {
        String pattern = Stream.of(setting.split("\\*", -1)).map(UnknownSettings::plain)
                .collect(Collectors.joining(".+"));
        return plain(given.replaceAll("\\[\\d+]", "")).matches(pattern + "\\d*");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String advice(String given, Set<String> known) {
        return known.stream().filter(setting -> distance(plain(given), plain(setting)) <= NEAR)
                .min((a, b) -> distance(plain(given), plain(a)) - distance(plain(given), plain(b)))
                .map(near -> "write " + near + ", if that is meant, or take it out")
                .orElse("take it out; application.yaml names every setting");
    }

    /** How many letters must be changed, put in or taken out. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    /** An edited route may read a setting of its own, and a setting may refer to one: {@code {{eid.…}}}, <code>${eid.…}</code>. */
    private static String whereSettingsAreUsed(CheckedSettings settings) {
        StringBuilder used = new StringBuilder();
        settings.environment().getPropertySources().forEach(source -> {
            if (source instanceof EnumerablePropertySource<?> values) {
                for (String name : values.getPropertyNames()) {
                    if (String.valueOf(values.getProperty(name)).contains("${eid.")) {
                        used.append(values.getProperty(name)).append('\n');
                    }
                }
            }
        });
        Path routes = Path.of(settings.text("eid.routes").orElse("routes"));
        if (Files.isDirectory(routes)) {
            try (Stream<Path> files = Files.walk(routes)) {
                List<Path> yaml = files.filter(file -> file.toString().endsWith(".camel.yaml")).toList();
                for (Path file : yaml) {
                    used.append(Files.readString(file));
                }
            } catch (IOException e) {
                // The check of the routes says so.
            }
        }
        return used.toString();
    }
}
