package io.eidroutes.consent.mapping;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

/**
 * The folder of stylesheets and schemas, on disk or packed in the jar. Its files know each other by plain names alone:
 * inside they have addresses of the scheme {@code mapping:}, so that nothing outside the folder can be named.
 */
public final class MappingFolder {

    /** The only scheme that stylesheets and schemas may read from. */
    static final String SCHEME = "mapping";

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final DefaultResourceLoader loader = new DefaultResourceLoader();
    private final String location;

    /** What is compared to see that a file was edited; a packed file never is, and one that is not there has no size. */
    record Stamp(long modified, long size) {
    }

    /**
     * A folder on disk or on the class path.
     *
     * @param location {@code file:routes/consent/mapping} or {@code classpath:packed/routes/consent/mapping}
     */
    public MappingFolder(String location) {
        this.location = location.endsWith("/") ? location : location + "/";
    }

    byte[] read(String name) throws IOException {
        try (InputStream content = resource(name).getInputStream()) {
            return content.readAllBytes();
        }
    }

    Stamp stamp(String name) throws IOException {
        Resource resource = resource(name);
        if (!resource.isFile()) {
            return new Stamp(0, 0);
        }
        File file = resource.getFile();
        return new Stamp(file.lastModified(), file.length());
    }

    /** The address by which files of this folder are known to the compilers. */
    static String address(String name) {
        return SCHEME + ":/" + name;
    }

    /**
     * The name of the file that a stylesheet or schema refers to.
     *
     * @throws IOException if the reference leads out of the folder
     */
    static String nameOf(String base, String reference) throws IOException {
        if (base == null || reference == null) {
            throw new IOException("no reference");
        }
        try {
            return nameOf(URI.create(base).resolve(reference).toString());
        } catch (IllegalArgumentException e) {
            throw new IOException("not an address");
        }
    }

    static String nameOf(String address) throws IOException {
        String root = address("");
        if (address == null || !address.startsWith(root) || !isPlain(address.substring(root.length()))) {
            throw new IOException("outside the mapping folder");
        }
        return address.substring(root.length());
    }

    private Resource resource(String name) throws IOException {
        if (!isPlain(name)) {
            throw new IOException("outside the mapping folder");
        }
        return loader.getResource(location + name);
    }

    private static boolean isPlain(String name) {
        return PLAIN_NAME.matcher(name).matches();
    }
}
