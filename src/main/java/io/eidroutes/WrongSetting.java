package io.eidroutes;

/** A setting that the application cannot start with. The sentence never quotes the value: it may be a secret. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongSetting(String setting, String why) {
        super("Setting " + setting + ": " + why + ".");
    }
}
