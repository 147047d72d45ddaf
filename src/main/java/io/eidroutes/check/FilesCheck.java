package io.eidroutes.check;

import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.file.Folders;
import io.eidroutes.privacy.Keyset;
import io.eidroutes.privacy.PrivacySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.EnumerablePropertySource;

/** Folders for their owner alone (0700), files with secrets too (0600), and no secret in application.yaml. */
final class FilesCheck implements Check {

    private static final List<String> KEYS = List.of("eid.smev.signing.key-store", "eid.smev.signing.private-key",
            "eid.smev.tls.key-store", "eid.aitu.iin-signature.private-key");
    private static final List<String> DOORS = List.of("eid.consent.file", "eid.coid.file");
    private static final String SECRETS = "(eid|spring)\\..*(-password|client-secret|coid\\.password|datasource\\.password|artemis\\.password|webhooks\\..*\\.secret)";
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OF_GROUP = Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        settings.of(PrivacySettings.class).ifPresent(privacy -> {
            if (findings.holds("eid.privacy.keyset", () -> Keyset.load(privacy))) {
                findings.ok("eid.privacy.keyset", "the keys can be read, by their owner alone");
            }
        });
        KEYS.forEach(setting -> settings.text(setting).ifPresent(location -> lookAtKey(setting, location, findings)));
        folders(settings, findings);
        refuseSecretsInFile(settings, findings);
    }

    private static void lookAtKey(String setting, String location, Findings findings) {
        try {
            Optional<Path> file = path(location);
            if (file.isEmpty() || !Files.exists(file.get()) || !Files.getFileStore(file.get()).supportsFileAttributeView("posix")) {
                return;
            }
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file.get());
            if (mode.stream().anyMatch(OF_OTHERS::contains)) {
                findings.error(setting, "others on this machine may read the file", "chmod 600, and make its owner who runs this");
            } else if (mode.stream().anyMatch(OF_GROUP::contains)) {
                findings.warn(setting, "a group may read the file", "chmod 600, unless that group is meant to");
            } else {
                findings.ok(setting, "the file is for its owner alone");
            }
        } catch (IOException e) {
            findings.error(setting, "the file cannot be looked at", "let who runs this read it");
        }
    }

    /** A location on disk; none where it is on the class path or elsewhere. */
    private static Optional<Path> path(String location) {
        try {
            if (location.matches("(classpath|https?|jar):.*")) {
                return Optional.empty();
            }
            return Optional.of(Path.of(location.replaceFirst("^file:(//)?", "")));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static void folders(CheckedSettings settings, Findings findings) {
        Folders folders = new Folders();
        for (String door : DOORS) {
            if (settings.text(door + ".inbox").isPresent()) {
                Stream.of("inbox", "outbox", "rejected").map(name -> door + "." + name).forEach(setting ->
                        settings.text(setting).ifPresentOrElse(folder -> lookAtFolder(folders, setting, folder, findings),
                                () -> findings.error(setting, "it must be set where " + door + ".inbox is", "name a folder of its own")));
            }
        }
        settings.of(DeliverySettings.class).ifPresent(delivery -> delivery.files().forEach((client, folder) ->
                lookAtFolder(folders, "eid.delivery.files." + client, folder, findings)));
        settings.text("eid.identification.templates").filter(folder -> !Files.isDirectory(Path.of(folder)))
                .ifPresent(missing -> findings.error("eid.identification.templates", "there is no such folder",
                        "make it, or leave the setting out for our own pages"));
        if (!"UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding")) && settings.text("eid.consent.file.inbox").isPresent()) {
            findings.warn("eid.consent.file.inbox", "names of files are not read as UTF-8", "start with LC_ALL=C.UTF-8");
        }
    }

    private static void lookAtFolder(Folders folders, String setting, String folder, Findings findings) {
        try {
            boolean there = folders.examine(setting, folder);
            findings.ok(setting, there ? "the folder is for its owner alone" : "there is no such folder yet; the start makes it");
        } catch (RuntimeException wrong) {
            findings.error(setting, wrong.getMessage().replaceFirst("^Setting " + setting.replace(".", "\\.") + ": ", "").replaceFirst("\\.$", ""),
                    "chmod 700 and chown it to who runs this, or name another folder");
        }
    }

    private static void refuseSecretsInFile(CheckedSettings settings, Findings findings) {
        settings.environment().getPropertySources().forEach(source -> {
            if (source instanceof EnumerablePropertySource<?> file && source.getName().matches(".*[/\\[\\\\]application\\.yaml\\].*")) {
                Stream.of(file.getPropertyNames()).filter(name -> name.matches(SECRETS)).forEach(name -> findings.warn(name,
                        "the secret stands in application.yaml", "take it out, and set it as " + Findings.variable(name)
                                + " or in a file of mode 0600 that spring.config.import names"));
            }
        });
    }
}
