package io.eidroutes.failure;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The documented failure codes with our words about them, from {@code classpath:failures.yaml}. It describes and never
 * decides: what happens at a code is the branch of the family's router under {@code routes/failure/}.
 *
 * <p>Every family has an entry {@code otherwise}, so that there are words for a code that no document names.
 */
public final class Catalogue {

    /** The code of the entry that speaks for all codes of a family that are not named. */
    public static final String OTHERWISE = "otherwise";

    /** Stands for a code that the catalogue does not know. */
    public static final String UNDOCUMENTED = "other";

    /** The source of what no document of others names. */
    static final String OURS = "ours";

    private static final String FILE = "failures.yaml";
    private static final Set<String> KEYS =
            Set.of("family", "code", "kind", "arrived", "status", "message", "advice", "advice-for", "source", "match");
    private static final Set<String> LANGUAGES = Set.of("ru", "kk", "en");

    /** Blanks of all kinds, invisible characters and dashes: what is lost or gained when a text is passed on. */
    private static final Pattern SPACING = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Pd}]+");
    /** As much of a text as is searched. */
    private static final int LONGEST_TEXT = 20_000;

    /** A text by which the other side's words are recognised, in lower case and without spacing. */
    private record Documented(String text, CatalogueEntry entry) {
    }

    private final Map<Family, Map<String, CatalogueEntry>> families = new EnumMap<>(Family.class);
    private final List<CatalogueEntry> entries;
    private final List<Documented> documented;

    private Catalogue(List<CatalogueEntry> entries) {
        this.entries = List.copyOf(entries);
        this.documented = entries.stream()
                .flatMap(entry -> entry.match().stream().map(text -> new Documented(plain(text), entry))).toList();
        for (CatalogueEntry entry : entries) {
            Map<String, CatalogueEntry> codes = families.computeIfAbsent(entry.family(), family -> new LinkedHashMap<>());
            if (codes.putIfAbsent(entry.code(), entry) != null) {
                throw unfit("there are two entries " + entry.family() + " " + entry.code());
            }
        }
        for (Family family : Family.values()) {
            if (!families.getOrDefault(family, Map.of()).containsKey(OTHERWISE)) {
                throw unfit("the family " + family + " has no entry " + OTHERWISE);
            }
        }
    }

    /**
     * Reads the packed catalogue.
     *
     * @throws IllegalStateException with one sentence, when an entry is incomplete, wrong or there twice
     */
    public static Catalogue load() {
        try (InputStream yaml = Catalogue.class.getResourceAsStream("/" + FILE)) {
            if (yaml == null) {
                throw unfit("it is not on the classpath");
            }
            return read(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Catalogue read(InputStream yaml) throws IOException {
        List<CatalogueEntry> entries = new ArrayList<>();
        for (JsonNode entry : parse(yaml)) {
            entries.add(entry(entry));
        }
        return new Catalogue(entries);
    }

    /** The entry of that code, or the family's {@code otherwise}. */
    public CatalogueEntry find(Family family, String code) {
        Map<String, CatalogueEntry> codes = families.get(family);
        return codes.getOrDefault(code, codes.get(OTHERWISE));
    }

    /** Whether the code is named; {@code otherwise} is no code. */
    public boolean knows(Family family, String code) {
        return !code.equals(OTHERWISE) && families.get(family).containsKey(code);
    }

    /** Whether the code is a name of ours, which no other system can report. */
    public boolean isOurs(Family family, String code) {
        return code.equals(OTHERWISE) || knows(family, code) && find(family, code).source().equals(OURS);
    }

    /**
     * The code as it may be logged, counted and stored in the clear. One that no document names is somebody else's text,
     * of any length: it goes to the caller and nowhere else, and {@value #UNDOCUMENTED} stands for it.
     */
    public String codeInTheClear(Failure failure) {
        return knows(failure.family(), failure.code()) ? failure.code() : UNDOCUMENTED;
    }

    /**
     * The first entry of the family one of whose documented texts stands in what the other side wrote, whatever the case,
     * the spacing and the dashes. First in the catalogue: a message that only says where something failed stands there after
     * those that say more.
     */
    public Optional<CatalogueEntry> matching(Family family, String text) {
        String written = plain(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        return documented.stream()
                .filter(known -> known.entry().family() == family && written.contains(known.text())).findFirst()
                .map(Documented::entry);
    }

    private static String plain(String text) {
        return SPACING.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** All entries in the order of the file, each family's {@code otherwise} among them. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    private static JsonNode parse(InputStream yaml) throws IOException {
        try {
            JsonNode list = YAMLMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(yaml);
            if (!list.isArray()) {
                throw unfit("it is not a list of entries");
            }
            return list;
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw unfit("it is not proper YAML near line " + line);
        }
    }

    private static CatalogueEntry entry(JsonNode entry) {
        String name = "the entry " + entry.path("family").asText() + " " + entry.path("code").asText();
        onlyKeys(name, entry, KEYS);
        String family = text(name, entry, "family");
        String kind = text(name, entry, "kind");
        return new CatalogueEntry(
                Arrays.stream(Family.values()).filter(known -> known.label().equals(family)).findFirst()
                        .orElseThrow(() -> unfit(name + " has an unknown family")),
                text(name, entry, "code"),
                Arrays.stream(Kind.values()).filter(known -> known.label().equals(kind)).findFirst()
                        .orElseThrow(() -> unfit(name + " has an unknown kind")),
                arrived(name, entry.path("arrived")),
                status(name, entry.path("status")),
                wording(name, entry, "message"),
                wording(name, entry, "advice"),
                adviceForOperator(name, entry.path("advice-for")),
                text(name, entry, "source"),
                match(name, entry.path("match")));
    }

    private static Wording wording(String name, JsonNode entry, String key) {
        onlyKeys(name, entry.path(key), LANGUAGES);
        return new Wording(text(name, entry, key + "/ru"), text(name, entry, key + "/kk"), text(name, entry, key + "/en"));
    }

    private static String text(String name, JsonNode entry, String path) {
        JsonNode value = entry.at("/" + path);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw unfit(name + " has no text at " + path);
        }
        return value.textValue();
    }

    private static boolean adviceForOperator(String name, JsonNode reader) {
        if (!reader.isMissingNode() && !reader.asText().equals("operator")) {
            throw unfit(name + " has an unknown value of advice-for");
        }
        return !reader.isMissingNode();
    }

    private static Arrival arrived(String name, JsonNode arrived) {
        if (arrived.isMissingNode()) {
            return Arrival.REFUSED;
        }
        return switch (arrived.asText()) {
            case "no" -> Arrival.NO;
            case "unclear" -> Arrival.UNCLEAR;
            default -> throw unfit(name + " has an unknown value of arrived");
        };
    }

    private static OptionalInt status(String name, JsonNode status) {
        if (status.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!status.isInt() || status.intValue() < 400 || status.intValue() > 599) {
            throw unfit(name + " has a status that is no HTTP error");
        }
        return OptionalInt.of(status.intValue());
    }

    private static List<String> match(String name, JsonNode match) {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < match.size(); place++) {
            texts.add(text(name, match, String.valueOf(place)));
        }
        return texts;
    }

    private static void onlyKeys(String name, JsonNode map, Set<String> known) {
        for (Iterator<String> keys = map.fieldNames(); keys.hasNext();) {
            String key = keys.next();
            if (!known.contains(key)) {
                throw unfit(name + " has an unknown key " + key);
            }
        }
    }

    private static IllegalStateException unfit(String why) {
        return new IllegalStateException("The catalogue " + FILE + " cannot be used: " + why + ".");
    }
}
