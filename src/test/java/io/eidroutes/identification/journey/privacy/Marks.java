package io.eidroutes.identification.journey.privacy;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Texts that must not be found anywhere, in whatever form: as they are in several charsets, percent-encoded, escaped as in
 * JSON, in hexadecimal, and within Base64 at any of its three alignments.
 */
final class Marks {

    /** Of a form; shorter ones would be found by chance. */
    private static final int SHORTEST = 8;

    private final Map<String, String> forms = new HashMap<>();
    /** The forms by their first bytes. */
    private final Map<Long, List<String>> beginnings = new HashMap<>();
    private long[] sorted = {};

    /**
     * @param what says what it is, since the text itself would be no help
     * @param text at least {@value #SHORTEST} bytes long
     */
    void add(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new IllegalArgumentException(what + " is too short to be looked for");
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            form(what, latin(text.getBytes(charset)));
        }
        // As when UTF-8 was taken for Latin-1 on its way.
        form(what, latin(latin(bytes).getBytes(StandardCharsets.UTF_8)));
        form(what, URLEncoder.encode(text, StandardCharsets.UTF_8));
        form(what, text.chars().mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .collect(Collectors.joining()));
        form(what, HexFormat.of().formatHex(bytes));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int before = 0; before < 3; before++) {
                form(what, within(encoder.encodeToString(shifted(bytes, before)), bytes.length, before));
            }
        }
    }

    /** What is found; empty when all is well. */
    TreeSet<String> in(String content) {
        return in(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What is found; empty when all is well. */
    TreeSet<String> in(byte[] content) {
        long[] wanted = sortedBeginnings();
        TreeSet<String> found = new TreeSet<>();
        long window = 0;
        for (int end = 1; end <= content.length; end++) {
            window = window << 8 | content[end - 1] & 0xFF;
            if (end >= SHORTEST && Arrays.binarySearch(wanted, window) >= 0) {
                for (String form : beginnings.get(window)) {
                    if (stands(bytes(form), content, end - SHORTEST)) {
                        found.add(forms.get(form));
                    }
                }
            }
        }
        return found;
    }

    private void form(String what, String latin) {
        if (latin.length() >= SHORTEST && forms.putIfAbsent(latin, what) == null) {
            beginnings.computeIfAbsent(window(bytes(latin), SHORTEST), fresh -> new ArrayList<>()).add(latin);
        }
    }

    private long[] sortedBeginnings() {
        if (sorted.length != beginnings.size()) {
            sorted = beginnings.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        }
        return sorted;
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean stands(byte[] form, byte[] content, int at) {
        return at + form.length <= content.length
                && Arrays.equals(form, 0, form.length, content, at, at + form.length);
    }

    private static long window(byte[] bytes, int length) {
        long window = 0;
        for (int i = 0; i < length; i++) {
            window = window << 8 | bytes[i] & 0xFF;
        }
        return window;
    }

    private static byte[] shifted(byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        return shifted;
    }

    /** The digits that say the same whatever stands before and behind. */
    private static String within(String base64, int length, int before) {
        int first = (before * 8 + 5) / 6;
        int last = (before + length) * 8 / 6;
        return base64.substring(first, last);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
