package io.eidroutes.simulator.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One user of the partner: the identifications that this browser began, and what became of them. */
final class Session {

    /**
     * One identification.
     *
     * @param ticket  for the result; empty until the browser came back with it
     * @param outcome what the application answered to the backend; missing while there is none
     */
    record Begun(String ticket, int status, JsonNode outcome) {

        static Begun fresh() {
            return new Begun("", 0, MissingNode.getInstance());
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Begun> begun = new LinkedHashMap<>();
    private final String formKey = random();
    private String language = "ru";

    /** What nobody guesses. */
    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What its form carries, so that no other site can begin a login in its name. */
    String formKey() {
        return formKey;
    }

    synchronized void begin(String id) {
        begun.put(id, Begun.fresh());
    }

    /** Empty: this session did not begin it. */
    synchronized Optional<Begun> find(String id) {
        return Optional.ofNullable(begun.get(id));
    }

    synchronized void put(String id, Begun state) {
        begun.replace(id, state);
    }

    synchronized void forget(String id) {
        begun.remove(id);
    }

    synchronized String language() {
        return language;
    }

    synchronized void language(String chosen) {
        language = chosen;
    }
}
