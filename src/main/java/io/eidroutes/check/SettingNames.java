package io.eidroutes.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.util.ClassUtils;

/** The settings that the code reads: the components of its records under {@link ConfigurationProperties}. */
final class SettingNames {

    /** Those that are read by name: before there are records, or by the routes alone. */
    static final List<String> BY_NAME = List.of("eid.routes", "eid.smev.unknown-fault-tries", "eid.smev.signature-faults");

    private static final String CLASSES = "classpath*:io/eidroutes/**/*.class";

    /**
     * A setting.
     *
     * @param name      {@code *} in it stands for the key of a map
     * @param component whose value it is
     */
    record Setting(String name, RecordComponent component) {
    }

    private SettingNames() {
    }

    /** The records by the name under which they are bound. */
    static Map<String, Class<?>> records() {
        return Records.FOUND;
    }

    /** Looked for once. */
    private static final class Records {
        private static final Map<String, Class<?>> FOUND = Collections.unmodifiableMap(find());
    }

    private static Map<String, Class<?>> find() {
        Map<String, Class<?>> records = new TreeMap<>();
        CachingMetadataReaderFactory readers = new CachingMetadataReaderFactory();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
                MetadataReader reader = readers.getMetadataReader(file);
                if (reader.getAnnotationMetadata().hasAnnotation(ConfigurationProperties.class.getName())) {
                    Class<?> record = ClassUtils.resolveClassName(reader.getClassMetadata().getClassName(),
                            SettingNames.class.getClassLoader());
                    records.put(record.getAnnotation(ConfigurationProperties.class).value(), record);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The application's own classes cannot be read", e);
        }
        return records;
    }

    /** Every setting of the records, in the order of their names. */
    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>();
        records().forEach((name, record) -> addComponents(name, record, settings));
        return settings;
    }

    private static void addComponents(String name, Class<?> record, List<Setting> settings) {
        for (RecordComponent component : record.getRecordComponents()) {
            add(name + "." + dashed(component.getName()), component.getGenericType(), component, settings);
        }
    }

    private static void add(String name, Type type, RecordComponent component, List<Setting> settings) {
        if (type instanceof Class<?> nested && nested.isRecord()) {
            addComponents(name, nested, settings);
        } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            add(name + ".*", map.getActualTypeArguments()[1], component, settings);
        } else {
            settings.add(new Setting(name, component));
        }
    }

    private static String dashed(String component) {
        return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
