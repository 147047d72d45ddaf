package io.eidroutes.health;

import io.eidroutes.http.Breakers;
import io.eidroutes.smev.UsedCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is looked at beside the work. What is about other systems has a health group of its own and is no matter of readiness. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    /** By the names of their breakers. The adapter is there where identification is on. */
    private static final Map<String, String> UPSTREAMS =
            Map.of("smev", "eid.smev.endpoint", "aitu", "eid.aitu.base", "coid", "eid.coid.base");

    @Bean(initMethod = "start")
    Upstreams watchedUpstreams(Environment settings, Breakers breakers, WatchSettings watch, Clock clock, MeterRegistry meters) {
        Map<String, URI> set = new LinkedHashMap<>();
        UPSTREAMS.forEach((name, setting) -> {
            String url = settings.getProperty(setting, "");
            if (!url.isBlank()) {
                set.put(name, URI.create(url));
            }
        });
        return new Upstreams(set, breakers, watch, clock, meters);
    }

    @Bean
    CertificateEnds certificateEnds(ObjectProvider<UsedCertificates> used, WatchSettings watch, Clock clock, MeterRegistry meters) {
        return new CertificateEnds(used.stream().findFirst().map(UsedCertificates::ends).orElse(Map.of()),
                watch.certificateWarning(), clock, meters);
    }

    @Bean
    DueWork dueWork(JdbcClient jdbc, MeterRegistry meters) {
        return new DueWork(jdbc, meters);
    }

    @Bean
    CompositeHealthContributor upstreams(Upstreams watchedUpstreams) {
        return each(watchedUpstreams.names(), watchedUpstreams::health);
    }

    @Bean
    CompositeHealthContributor certificates(CertificateEnds certificateEnds) {
        return each(certificateEnds.uses(), certificateEnds::health);
    }

    private static CompositeHealthContributor each(Collection<String> names, Function<String, Health> health) {
        Map<String, HealthIndicator> all = new LinkedHashMap<>();
        names.stream().sorted().forEach(name -> all.put(name, () -> health.apply(name)));
        return CompositeHealthContributor.fromMap(all);
    }
}
