package io.eidroutes.simulator.smev;

/** The prefixes that an answer is written with; an empty one is the default namespace. */
public enum Style {
    /** As the real СМЭВ writes at the time of writing. */
    CXF("soap", "ns2", "", "ns3"),
    LETTERS("S", "t", "b", "f"),
    ODD("SOAP-ENV", "", "_b.1", "f-_x");

    private final String soap;
    private final String types;
    private final String basic;
    private final String faults;

    Style(String soap, String types, String basic, String faults) {
        this.soap = soap;
        this.types = types;
        this.basic = basic;
        this.faults = faults;
    }

    String soap() {
        return soap;
    }

    String types() {
        return types;
    }

    String basic() {
        return basic;
    }

    String faults() {
        return faults;
    }
}
