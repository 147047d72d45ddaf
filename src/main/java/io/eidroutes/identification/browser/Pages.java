package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * The pages that a browser sees, in three languages. Texts about failures are the catalogue's, all others stand in
 * {@code pages*.properties}. Templates and texts in the folder of the settings come before ours, file by file.
 */
public final class Pages {

    private static final String PACKED = "pages/";
    /** Of other families a person at a browser can do nothing that the advice says. */
    private static final Set<Family> ABOUT_PERSONS =
            EnumSet.of(Family.AITU_AUTHORIZATION, Family.AITU_TOKEN, Family.ID_TOKEN, Family.COID);

    private final SpringTemplateEngine engine;
    private final Catalogue catalogue;
    private final String root;

    /**
     * @param root   the path before those of our static files, as browsers see it
     * @param folder of templates and texts that come before ours
     */
    Pages(Catalogue catalogue, String root, Optional<String> folder) {
        this.catalogue = catalogue;
        this.root = root;
        this.engine = new SpringTemplateEngine();
        ReloadableResourceBundleMessageSource texts = new ReloadableResourceBundleMessageSource();
        folder.ifPresent(own -> texts.addBasenames("file:" + own + "/pages"));
        texts.addBasenames("classpath:" + PACKED + "pages");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        engine.setTemplateEngineMessageSource(texts);
        folder.ifPresent(own -> engine.addTemplateResolver(html(new FileTemplateResolver(), own + "/", 1)));
        engine.addTemplateResolver(html(new ClassLoaderTemplateResolver(), PACKED, 2));
    }

    private static AbstractConfigurableTemplateResolver html(AbstractConfigurableTemplateResolver resolver, String prefix,
            int order) {
        resolver.setPrefix(prefix);
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }

    /** The page with a button that begins an attempt. */
    public byte[] start(String language) {
        return render("start", language, Map.of());
    }

    /** The page after an identification: {@code ready} or {@code under-way}. */
    public byte[] outcome(String language, String outcome) {
        return render("outcome", language, Map.of("outcome", outcome));
    }

    /** As {@link #failure(String, Family, String, Optional)}, leading nowhere. */
    public byte[] failure(String language, Family family, String code) {
        return failure(language, family, code, Optional.empty());
    }

    /**
     * What happened and what to do, in the catalogue's words; a paragraph a line. Advice to an operator is none to a
     * person: there the template has its own.
     *
     * @param wayBack where a link leads on to, if anywhere
     */
    public byte[] failure(String language, Family family, String code, Optional<URI> wayBack) {
        CatalogueEntry entry = catalogue.find(family, code);
        boolean forPerson = ABOUT_PERSONS.contains(family) && !entry.adviceForOperator();
        // What we refuse at a page need not have failed: it may have been completed long ago.
        boolean refused = family == Family.AITU_AUTHORIZATION && code.startsWith("EID-");
        return render("failure", language, Map.of("wayBack", wayBack.map(URI::toString).orElse(""), "title", refused ? "refusal" : "failure", "message", entry.message().in(language),
                "advice", forPerson ? List.of(entry.advice().in(language).split("\n")) : List.of()));
    }

    private byte[] render(String page, String language, Map<String, Object> model) {
        Context context = new Context(Locale.forLanguageTag(language), model);
        context.setVariable("language", language);
        context.setVariable("root", root);
        return engine.process(page, context).getBytes(StandardCharsets.UTF_8);
    }
}
