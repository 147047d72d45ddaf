package io.eidroutes.editing;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * The command {@code --check-routes [FOLDER]} of the jar: says what is wrong in the route files of a folder,
 * {@code routes} if none is named, and starts nothing.
 */
public final class RoutesCommand {

    /** The first argument. */
    public static final String NAME = "--check-routes";
    private static final String DEFAULT_FOLDER = "routes";

    private final PrintStream out;
    private final PrintStream errors;

    public RoutesCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * Runs the command, if the arguments hold it. Mistakes are lines {@code file:line: sentence}.
     *
     * @return the exit status: 0 there is no mistake, 1 there is; empty: no such command
     */
    public OptionalInt run(String... args) {
        if (args.length == 0 || !args[0].equals(NAME)) {
            return OptionalInt.empty();
        }
        if (args.length > 2) {
            return failed("Say " + NAME + " FOLDER and nothing else.");
        }
        Path folder = Path.of(args.length == 2 ? args[1] : DEFAULT_FOLDER);
        if (!Files.isDirectory(folder)) {
            return failed("There is no folder " + folder + ": say " + NAME + " FOLDER.");
        }
        RouteFiles files = RouteFiles.in(folder);
        if (files.count() == 0) {
            return failed("There are no route files in " + folder + ".");
        }
        List<Mistake> mistakes = new RouteCheck(DocumentedSettings.ofThisApplication()).mistakesIn(files);
        mistakes.forEach(out::println);
        out.println(count(files.count(), "file") + ", " + (mistakes.isEmpty() ? "no mistakes" : count(mistakes.size(), "mistake")));
        return OptionalInt.of(mistakes.isEmpty() ? 0 : 1);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private OptionalInt failed(String sentence) {
        errors.println(sentence);
        return OptionalInt.of(1);
    }
}
