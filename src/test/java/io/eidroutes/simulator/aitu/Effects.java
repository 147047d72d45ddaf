package io.eidroutes.simulator.aitu;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.scenario.Effect;
import java.util.List;
import java.util.Map;

/** What can go otherwise at Aitu Passport in particular. */
public final class Effects {

    /** Their names in JSON. */
    static final Map<String, Class<? extends Effect>> NAMES = Map.of("callback", Callback.class, "idToken", IdToken.class,
            "claims", Claims.class, "joseHeader", JoseHeader.class, "tokenError", TokenError.class,
            "tokenAnswer", TokenAnswer.class);

    private Effects() {
    }

    /**
     * Of CALLBACK: other parameters than the right ones. What the callback would have been stays: to put an error in the
     * place of a code, remove {@code code} and set {@code error}.
     *
     * @param set    parameters that are added, or have another value
     * @param remove parameters that are left out
     * @param twice  parameters that come two times
     */
    public record Callback(Map<String, String> set, List<String> remove, List<String> twice) implements Effect {
        public Callback {
            set = set == null ? Map.of() : Map.copyOf(set);
            remove = remove == null ? List.of() : List.copyOf(remove);
            twice = twice == null ? List.of() : List.copyOf(twice);
        }

        /** An error in the place of the code. */
        public static Callback error(String error, String description) {
            return new Callback(Map.of("error", error, "error_description", description), List.of("code"), List.of());
        }

        public static Callback wrongState() {
            return set("state", "a-state-that-nobody-knows-0123456789");
        }

        public static Callback missingState() {
            return new Callback(Map.of(), List.of("state"), List.of());
        }

        public static Callback set(String name, String value) {
            return new Callback(Map.of(name, value), List.of(), List.of());
        }

        public static Callback twice(String name) {
            return new Callback(Map.of(), List.of(), List.of(name));
        }
    }

    /** Of TOKEN: something is wrong with the id_token. */
    public record IdToken(IdTokenDefect defect) implements Effect {
        public IdToken {
            if (defect == null) {
                throw new IllegalArgumentException("idToken needs a defect");
            }
        }
    }

    /** Of TOKEN: other claims in an id_token that is signed well. */
    public record Claims(Map<String, JsonNode> set, List<String> remove) implements Effect {
        public Claims {
            set = set == null ? Map.of() : Map.copyOf(set);
            remove = remove == null ? List.of() : List.copyOf(remove);
        }
    }

    /** Of TOKEN: other members of the id_token's header, signed well. */
    public record JoseHeader(Map<String, JsonNode> set, List<String> remove) implements Effect {
        public JoseHeader {
            set = set == null ? Map.of() : Map.copyOf(set);
            remove = remove == null ? List.of() : List.copyOf(remove);
        }
    }

    /**
     * Of TOKEN: a refusal; the code is not used up.
     *
     * @param status    0: 401 for invalid_client, else 400
     * @param camelCase {@code errorDescription} instead of {@code error_description}
     */
    public record TokenError(String error, String description, boolean camelCase, int status) implements Effect {
        public TokenError {
            if (error == null) {
                throw new IllegalArgumentException("tokenError needs an error");
            }
            description = description == null ? "" : description;
            status = status != 0 ? status : error.equals("invalid_client") ? 401 : 400;
        }

        public static TokenError of(String error) {
            return new TokenError(error, "", false, 0);
        }
    }

    /** Of TOKEN: other members of the right answer. */
    public record TokenAnswer(Map<String, JsonNode> set, List<String> remove) implements Effect {
        public TokenAnswer {
            set = set == null ? Map.of() : Map.copyOf(set);
            remove = remove == null ? List.of() : List.copyOf(remove);
        }
    }
}
