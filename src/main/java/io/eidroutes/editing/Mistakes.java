package io.eidroutes.editing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The mistakes that the rules find, as they find them. */
final class Mistakes {

    private final List<Mistake> found = new ArrayList<>();

    void add(Part where, String sentence) {
        add(where.file(), where.line(), sentence);
    }

    void add(Path file, int line, String sentence) {
        found.add(new Mistake(file, line, sentence));
    }

    void addAll(Collection<Mistake> others) {
        found.addAll(others);
    }

    /** By file and line, each once. */
    List<Mistake> inOrder() {
        return found.stream().distinct().sorted().toList();
    }
}
