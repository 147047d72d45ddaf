package io.eidroutes.identification;

import java.util.Set;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Leaves out what speaks to Aitu Passport and to the ЦОИД adapter, where {@link StandIns} stand in for it. */
final class OwnSideOnly extends TypeExcludeFilter {

    private static final Set<String> LEFT_OUT = Set.of(
            "io.eidroutes.identification.provider.ProviderConfiguration",
            "io.eidroutes.identification.person.PersonConfiguration");

    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) {
        return LEFT_OUT.contains(type.getClassMetadata().getClassName());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnSideOnly;
    }

    @Override
    public int hashCode() {
        return OwnSideOnly.class.hashCode();
    }
}
