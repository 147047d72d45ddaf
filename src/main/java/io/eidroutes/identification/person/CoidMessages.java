package io.eidroutes.identification.person;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the documented ЦОИД messages in a text, from wherever it came: the adapter, or the callback of the provider. */
public final class CoidMessages {

    private static final int LONGEST = 20_000;

    private final List<CatalogueEntry> entries;

    public CoidMessages(Catalogue catalogue) {
        // In the order of the catalogue: the two messages that begin alike stand before the one that is their beginning.
        this.entries = catalogue.entries().stream()
                .filter(entry -> entry.family() == Family.COID && !entry.match().isEmpty()).toList();
    }

    /** The catalogue's code (family {@code coid}) of the first documented message that stands in the text. */
    public Optional<String> codeIn(String text) {
        String words = plain(text.substring(0, Math.min(text.length(), LONGEST)));
        return entries.stream()
                .filter(entry -> entry.match().stream().anyMatch(message -> words.contains(plain(message))))
                .map(CatalogueEntry::code).findFirst();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
