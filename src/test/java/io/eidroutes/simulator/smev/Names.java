package io.eidroutes.simulator.smev;

/** Element names of an answer in one schema and one style of prefixes. */
record Names(SmevSchema schema, Style style) {

    String types(String name) {
        return qualified(style.types(), name);
    }

    String basic(String name) {
        return qualified(style.basic(), name);
    }

    String faults(String name) {
        return qualified(style.faults(), name);
    }

    /** All three namespaces: every fragment that is signed carries its own, as answers of the real СМЭВ do. */
    String declarations() {
        return declaration(style.types(), schema.types()) + declaration(style.basic(), schema.basic())
                + declaration(style.faults(), schema.faults());
    }

    String typesElement(String name, String text) {
        return element(types(name), text);
    }

    String basicElement(String name, String text) {
        return element(basic(name), text);
    }

    String faultsElement(String name, String text) {
        return element(faults(name), text);
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + Xml.escape(text) + "</" + name + ">";
    }

    private static String qualified(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static String declaration(String prefix, String namespace) {
        return (prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix) + "=\"" + namespace + "\"";
    }
}
