package io.eidroutes.failure;

import java.util.Objects;

/**
 * One sentence of ours in the three languages of the bundle.
 *
 * @param ru Russian; verbatim where a document gives the text
 * @param kk Kazakh
 * @param en English
 */
public record Wording(String ru, String kk, String en) {

    public Wording {
        Objects.requireNonNull(ru, "ru");
        Objects.requireNonNull(kk, "kk");
        Objects.requireNonNull(en, "en");
    }

    /** The sentence in that language ({@code ru}, {@code kk}, {@code en}); English for any other. */
    public String in(String language) {
        return switch (language) {
            case "ru" -> ru;
            case "kk" -> kk;
            default -> en;
        };
    }
}
