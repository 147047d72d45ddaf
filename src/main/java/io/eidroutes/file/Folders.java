package io.eidroutes.file;

import io.eidroutes.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that settings name for files that come and go. Each is there and ours, for its owner alone (mode 0700), can
 * be written to, and is not the one of another setting, nor in it; else the start stops.
 */
public final class Folders {

    private static final Logger LOG = LoggerFactory.getLogger(Folders.class);
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final Map<String, Folder> bySetting = new LinkedHashMap<>();
    private final Map<Folder, Duration> retentions = new ConcurrentHashMap<>();

    /** As {@link #open(String, String)}; files that are there for longer than that are erased. */
    public Folder open(String setting, String folder, Duration keep) {
        Folder opened = open(setting, folder);
        retentions.put(opened, keep);
        return opened;
    }

    /** How long files stay in which folder. */
    Map<Folder, Duration> retentions() {
        return Map.copyOf(retentions);
    }

    /**
     * The folder of a setting; made where there is none.
     *
     * @throws WrongSetting with one sentence, which does not quote the folder
     */
    public synchronized Folder open(String setting, String folder) {
        Folder known = bySetting.get(setting);
        if (known != null) {
            return known;
        }
        if (folder.isBlank()) {
            throw new WrongSetting(setting, "it must name a folder");
        }
        Folder opened = new Folder(ours(setting, folder));
        bySetting.forEach((other, taken) -> refuseInside(setting, opened, other, taken));
        bySetting.put(setting, opened);
        if (bySetting.size() == 1 && !"UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"))) {
            LOG.warn("Names of files are not read as UTF-8: those with other than ASCII letters fail. Start with LC_ALL=C.UTF-8");
        }
        return opened;
    }

    /**
     * Looks at the folder of a setting as {@link #open(String, String)} does, and makes none where there is none.
     *
     * @return whether it is there
     * @throws WrongSetting with one sentence
     */
    public synchronized boolean examine(String setting, String folder) {
        Path path;
        try {
            path = Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new WrongSetting(setting, "the folder cannot be made or looked at");
        }
        if (folder.isBlank() || Files.exists(path)) {
            open(setting, folder);
            return true;
        }
        if (!canBeMade(path)) {
            throw new WrongSetting(setting, "the folder cannot be made or looked at");
        }
        Folder wanted = new Folder(path);
        bySetting.forEach((other, taken) -> refuseInside(setting, wanted, other, taken));
        bySetting.put(setting, wanted);
        return false;
    }

    private static Path ours(String setting, String folder) {
        try {
            Path path = Path.of(folder).toAbsolutePath().normalize();
            makeForOwnerAlone(path);
            if (!Files.isDirectory(path)) {
                throw new WrongSetting(setting, "there is no folder, but something else of that name");
            }
            Path real = path.toRealPath();
            if (Folder.POSIX && !Files.getPosixFilePermissions(real).equals(OWNER_ALONE)) {
                throw new WrongSetting(setting, "the folder must be for its owner alone (mode 0700)");
            }
            refuseForeign(setting, real);
            return real;
        } catch (IOException | InvalidPathException e) {
            throw new WrongSetting(setting, "the folder cannot be made or looked at");
        }
    }

    /** Whether it is a folder that can be written to, or could be made one. */
    public static boolean canBeMade(Path folder) {
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return Files.isDirectory(there) && Files.isWritable(there);
    }

    /** Makes a folder, and those above it, for the owner alone, where there is nothing of that name. */
    public static void makeForOwnerAlone(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder, Folder.POSIX
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)} : new FileAttribute<?>[0]);
        }
    }

    /** A file that we make is ours, so its owner tells who we are. */
    private static void refuseForeign(String setting, Path folder) throws IOException {
        Path probe;
        try {
            probe = Files.createTempFile(folder, ".probe", ".tmp");
        } catch (IOException e) {
            throw new WrongSetting(setting, "the folder cannot be written to");
        }
        try {
            if (!Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder))) {
                throw new WrongSetting(setting, "the folder belongs to somebody else than who runs this");
            }
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static void refuseInside(String setting, Folder opened, String other, Folder taken) {
        if (opened.path().equals(taken.path())) {
            throw new WrongSetting(setting, "it is the same folder as that of " + other);
        }
        if (opened.path().startsWith(taken.path()) || taken.path().startsWith(opened.path())) {
            throw new WrongSetting(setting, "of its folder and that of " + other + " one lies in the other");
        }
    }
}
