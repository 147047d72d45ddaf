package io.eidroutes.check;

/**
 * One line of what {@code --check} says.
 *
 * @param level    what it means for a start
 * @param setting  the setting that it is about
 * @param sentence what was found; never a secret, nor anything that the other side said
 * @param advice   what to do; empty where there is nothing to do
 */
public record Finding(Level level, String setting, String sentence, String advice) {

    /** What a finding means for a start. */
    public enum Level { OK, WARN, ERROR }

    /** The line that is printed. */
    public String line() {
        return level + " " + setting + ": " + sentence + (advice.isEmpty() ? "" : " — " + advice);
    }
}
