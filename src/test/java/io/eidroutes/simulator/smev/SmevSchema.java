package io.eidroutes.simulator.smev;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the message exchange schema that the stand-in speaks. */
enum SmevSchema {
    V1_1("1.1"), V1_2("1.2"), V1_3("1.3");

    private static final String BASE = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/";

    private final String version;

    SmevSchema(String version) {
        this.version = version;
    }

    static Optional<SmevSchema> ofTypes(String namespace) {
        return Arrays.stream(values()).filter(schema -> schema.types().equals(namespace)).findFirst();
    }

    static SmevSchema ofVersion(String version) {
        return Arrays.stream(values()).filter(schema -> schema.version.equals(version)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("schema must be 1.1, 1.2 or 1.3"));
    }

    String version() {
        return version;
    }

    String types() {
        return BASE + version;
    }

    String basic() {
        return BASE + "basic/" + version;
    }

    String faults() {
        return BASE + "faults/" + version;
    }

    String routing() {
        return "urn://x-artefacts-smev-gov-ru/services/message-exchange/routing/" + version;
    }
}
