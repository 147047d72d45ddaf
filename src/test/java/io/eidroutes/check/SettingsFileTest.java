package io.eidroutes.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.FileSystemResource;

/** application.yaml and the code say the same: every setting stands there with its comment and its default, and no other. */
class SettingsFileTest {

    /** A key, and whether it is only shown; what is behind it, if anything. */
    private static final Pattern KEY = Pattern.compile("^( *)(# )?( *)([a-z][a-z0-9-]*):(?: (.*))?$");

    /** @param comment it has one of its own, or the block that it stands in has */
    private record Line(String name, boolean shown, boolean comment) {
    }

    @Test
    void whenTheCodeReadsASettingThenItStandsInTheFile() throws IOException {
        Set<String> there = lines().stream().map(Line::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(settings()).isNotEmpty().allSatisfy(setting ->
                assertThat(there).as(setting).anyMatch(name -> name.matches(pattern(setting))));
    }

    @Test
    void whenTheFileHasASettingThenTheCodeReadsIt() throws IOException {
        assertThat(leaves()).isNotEmpty().allSatisfy(line ->
                assertThat(settings()).as(line.name()).anyMatch(setting -> line.name().matches(pattern(setting))));
    }

    @Test
    void whenASettingStandsInTheFileThenItHasAComment() throws IOException {
        assertThat(leaves()).filteredOn(line -> !line.comment()).extracting(Line::name).isEmpty();
    }

    @Test
    void whenASettingHasADefaultThenTheFileShowsThat() {
        Properties file = file();
        Map<String, String> different = new LinkedHashMap<>();
        for (SettingNames.Setting setting : SettingNames.all()) {
            Map<String, String> shown = below(file, setting.name());
            DefaultValue inCode = defaultOf(setting.component());
            if (!shown.isEmpty() && (inCode == null ? !String.join("", shown.values()).isEmpty()
                    : !value(setting, shown).equals(value(setting, Map.of(setting.name(), String.join(",", inCode.value())))))) {
                different.put(setting.name(), shown + " in the file, " + (inCode == null ? "none" : List.of(inCode.value())) + " in the code");
            }
        }

        assertThat(different).isEmpty();
    }

    private static Object value(SettingNames.Setting setting, Map<String, String> values) {
        Map<String, String> one = new LinkedHashMap<>();
        values.forEach((name, value) -> one.put("it" + name.substring(setting.name().length()), value));
        return new Binder(new MapConfigurationPropertySource(one))
                .bindOrCreate("it", Bindable.of(ResolvableType.forType(setting.component().getGenericType())));
    }

    /** The annotation is on the parameter of the record's constructor. */
    private static DefaultValue defaultOf(RecordComponent component) {
        RecordComponent[] components = component.getDeclaringRecord().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getName().equals(component.getName())) {
                return component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters()[i].getAnnotation(DefaultValue.class);
            }
        }
        throw new IllegalStateException(component.toString());
    }

    private static Map<String, String> below(Properties file, String setting) {
        return file.stringPropertyNames().stream()
                .filter(name -> name.equals(setting) || name.startsWith(setting + "["))
                .collect(Collectors.toMap(name -> name, file::getProperty));
    }

    private static Properties file() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource("application.yaml"));
        return yaml.getObject();
    }

    private static Set<String> settings() {
        return Stream.concat(SettingNames.all().stream().map(SettingNames.Setting::name), SettingNames.BY_NAME.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String pattern(String setting) {
        return Stream.of(setting.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]+"));
    }

    private static List<Line> leaves() throws IOException {
        List<Line> all = lines();
        return all.stream().filter(line -> all.stream().noneMatch(other -> other.name().startsWith(line.name() + "."))).toList();
    }

    /** Every key under {@code eid}, those that are shown commented out among them. */
    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> path = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Boolean> comments = new ArrayList<>();
        boolean prose = false;
        for (String text : Files.readAllLines(Path.of("application.yaml"))) {
            Matcher key = KEY.matcher(text);
            if (!key.matches()) {
                prose = text.strip().startsWith("#") && !text.strip().matches("# -{20,}.*");
                continue;
            }
            int column = key.group(1).length() + key.group(3).length();
            while (!columns.isEmpty() && columns.get(columns.size() - 1) >= column) {
                path.remove(path.size() - 1);
                columns.remove(columns.size() - 1);
                comments.remove(comments.size() - 1);
            }
            boolean comment = prose || key.group(5) != null && key.group(5).matches("(.* )?# +\\S.*")
                    || !comments.isEmpty() && comments.get(comments.size() - 1);
            path.add(key.group(4));
            columns.add(column);
            // A block's comment speaks for what is in it, but not the one of a whole system.
            comments.add(comment && column > 2);
            if (path.get(0).equals("eid") && path.size() > 1) {
                lines.add(new Line(String.join(".", path), key.group(2) != null, comment));
            }
            prose = false;
        }
        return lines;
    }
}
