package io.eidroutes.check;

import io.eidroutes.consent.mapping.MappingFolder;
import io.eidroutes.consent.mapping.Stylesheet;
import io.eidroutes.consent.mapping.XmlSchema;
import io.eidroutes.smev.SmevSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The one root of routes and mappings, and whether there is a job to do. */
final class RoutesCheck implements Check {

    private static final String SETTING = "eid.routes";
    private static final String DEFAULT_FOLDER = "routes";

    @Override
    public void look(CheckedSettings settings, Findings findings) {
        if (!settings.consent() && !settings.identification()) {
            findings.error("eid.smev.endpoint", "neither it nor eid.aitu.base is set, so there is no job to do",
                    "set one of them, or both");
        }
        Optional<String> root = root(settings);
        if (root.isEmpty()) {
            findings.error(SETTING, "there is no such folder, or it holds no routes",
                    "name the folder that failure/ and consent/ or identification/ stand in, or leave the setting out");
        }
        root.ifPresent(found -> {
            findings.ok(SETTING, "routes and mappings are read from " + found + "; --check-routes looks into them");
            settings.of(SmevSettings.class).ifPresent(smev -> mappings(found, smev, findings));
        });
    }

    /** As a start chooses it. */
    static Optional<String> root(CheckedSettings settings) {
        String folder = settings.text(SETTING).orElse(DEFAULT_FOLDER);
        Path path = Path.of(folder).toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            return Optional.of("file:" + path).filter(found -> Files.isDirectory(path.resolve("failure")));
        }
        return folder.equals(DEFAULT_FOLDER) ? Optional.of("classpath:packed/routes") : Optional.empty();
    }

    private static void mappings(String root, SmevSettings smev, Findings findings) {
        String setting = "eid.smev.services." + smev.service();
        MappingFolder folder = new MappingFolder(root + "/" + smev.called().mapping());
        boolean compile = true;
        for (String file : new String[] {"request.xsl", "response.xsl", smev.called().schema()}) {
            try {
                if (file.endsWith(".xsl")) {
                    new Stylesheet(folder, file);
                } else {
                    new XmlSchema(folder, file);
                }
            } catch (IllegalStateException wrong) {
                compile = false;
                findings.error(setting, wrong.getMessage().replaceFirst("\\.$", ""),
                        "mend the file in " + smev.called().mapping() + " under the routes, or name another folder or schema");
            }
        }
        if (compile) {
            findings.ok(setting, "request.xsl, response.xsl and the schema compile");
        }
    }
}
