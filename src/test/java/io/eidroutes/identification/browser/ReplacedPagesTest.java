package io.eidroutes.identification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates and texts of the deployment's folder come before ours, file by file and text by text. */
class ReplacedPagesTest {

    @TempDir
    Path folder;

    @Test
    void whenATemplateIsInTheFolderThenItReplacesOursAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("failure.html"), "<p th:text=\"'Bank: ' + ${message}\"></p>");

        assertThat(text(pages().failure("en", Family.AITU_AUTHORIZATION, "access_denied")))
                .isEqualTo("<p>Bank: You did not agree to the identification at Aitu Passport</p>");
        assertThat(text(pages().outcome("en", "ready"))).contains("You are identified");
    }

    @Test
    void whenATextIsInTheFolderThenItReplacesOursAndTheOthersStay() throws IOException {
        Files.writeString(folder.resolve("pages_en.properties"), "outcome.ready.title=Welcome to the bank");

        assertThat(text(pages().outcome("en", "ready"))).contains("Welcome to the bank", "You may close this page");
        assertThat(text(pages().outcome("kk", "ready"))).contains("Сәйкестендіруден өттіңіз");
    }

    @Test
    void whenWeAreReachedUnderAPathThenStaticFilesAreAskedForThere() {
        Pages under = new Pages(Catalogue.load(), "/eid/identifications", Optional.empty());

        assertThat(text(under.start("ru"))).contains("href=\"/eid/identifications/page.css\"");
    }

    private Pages pages() {
        return new Pages(Catalogue.load(), "/identifications", Optional.of(folder.toString()));
    }

    private static String text(byte[] html) {
        return new String(html, StandardCharsets.UTF_8);
    }
}
