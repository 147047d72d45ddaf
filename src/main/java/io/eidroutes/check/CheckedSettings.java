package io.eidroutes.check;

import io.eidroutes.identification.IdentificationIsOn;
import io.eidroutes.smev.SmevIsOn;
import io.eidroutes.smev.SmevSettings;
import jakarta.validation.Validation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.boot.env.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** The settings as a start would find them, each record bound on its own, so that one that is wrong hides no other. */
final class CheckedSettings {

    private final ConfigurableEnvironment environment;
    private final Map<Class<?>, Object> bound = new HashMap<>();

    private CheckedSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** @param arguments of the command line, the settings among them as usual */
    static CheckedSettings read(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        RandomValuePropertySource.addToEnvironment(environment);
        new SpringApplicationJsonEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        return new CheckedSettings(environment);
    }

    /** Binds all records as a start does; what stops one of them is a finding. */
    void bind(Findings findings) {
        Binder binder = Binder.get(environment);
        SettingNames.records().forEach((name, record) -> {
            if (record == SmevSettings.class && !consent()) {
                return;
            }
            BindHandler handler = record.isAnnotationPresent(Validated.class)
                    ? new ValidationBindHandler(Validators.ONE) : BindHandler.DEFAULT;
            if (findings.holds(name, () -> bound.put(record, binder.bindOrCreate(name, Bindable.of(record), handler)))) {
                findings.ok(name, "the settings can be read");
            }
        });
    }

    /** Made once, where it is needed. */
    private static final class Validators {
        private static final SpringValidatorAdapter ONE =
                new SpringValidatorAdapter(Validation.buildDefaultValidatorFactory().getValidator());
    }

    /** Whether consents through СМЭВ are on. */
    boolean consent() {
        return SmevIsOn.in(environment);
    }

    /** Whether identification with Aitu Passport is on. */
    boolean identification() {
        return IdentificationIsOn.in(environment);
    }

    /** A record; empty where it is off or was found wrong. */
    <T> Optional<T> of(Class<T> record) {
        return Optional.ofNullable(record.cast(bound.get(record)));
    }

    /** A setting by its name; an empty text is none, and so is one that refers to what is not there. */
    Optional<String> text(String name) {
        try {
            return Optional.ofNullable(environment.getProperty(name)).filter(text -> !text.isBlank());
        } catch (IllegalArgumentException unresolved) {
            return Optional.empty();
        }
    }

    ConfigurableEnvironment environment() {
        return environment;
    }
}
