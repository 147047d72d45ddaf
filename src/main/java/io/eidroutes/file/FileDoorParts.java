package io.eidroutes.file;

import io.eidroutes.WrongSetting;
import io.eidroutes.access.AccessSettings;
import java.time.Duration;
import java.util.Optional;

/** Opens what a file door is made of, as the settings under one name say. */
public final class FileDoorParts {

    private final String settings;
    private final Folders folders;
    private final AccessSettings access;

    /** @param settings the name of the door's settings, for instance {@code eid.consent.file} */
    public FileDoorParts(String settings, Folders folders, AccessSettings access) {
        this.settings = settings;
        this.folders = folders;
        this.access = access;
    }

    /** @throws WrongSetting with one sentence, where it is not set or no folder for us */
    public Inbox inbox(Optional<String> path, Duration settle, Duration retry) {
        return new Inbox(folders.open(settings + ".inbox", given("inbox", path)), settle, retry);
    }

    /**
     * @param name {@code outbox} or {@code rejected}
     * @param keep how long a file stays there
     * @throws WrongSetting with one sentence, where it is not set or no folder for us
     */
    public Folder folder(String name, Optional<String> path, Duration keep) {
        return folders.open(settings + "." + name, given(name, path), keep);
    }

    /** @throws WrongSetting with one sentence, where it is not set or not known */
    public String client(Optional<String> name) {
        String client = given("client", name);
        if (!access.clients().containsKey(client)) {
            throw new WrongSetting(settings + ".client", "it must be one of eid.access.clients");
        }
        return client;
    }

    private String given(String name, Optional<String> value) {
        return value.orElseThrow(() ->
                new WrongSetting(settings + "." + name, "it must be set where " + settings + ".inbox is"));
    }
}
