package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** From octets to a document, whatever the transport makes of them. */
class SoapRepliesParseTest {

    private static final int LIMIT = 20_000;
    private static final String RELATED =
            "multipart/related; type=\"application/xop+xml\"; boundary=\"edge\"; start=\"<root@test>\"";

    private final SoapReplies replies = new SoapReplies(LIMIT);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1251"})
    void whenPlainXmlInAnyDeclaredEncodingThenParsed(String encoding) {
        byte[] body = ("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><я/>").getBytes(Charset.forName(encoding));

        assertThat(replies.parse(Optional.of("text/xml"), body).getDocumentElement().getLocalName()).isEqualTo("я");
    }

    @Test
    void whenByteOrderMarkThenTolerated() {
        assertThat(root("text/xml", "\uFEFF<?xml version=\"1.0\"?><a/>")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {RELATED, "text/xml", "multipart/related; boundary=other", "multipart/related", ";;", ""})
    void whenMultipartThenTheRootPartIsParsedWhateverTheContentType(String contentType) {
        assertThat(root(contentType, multipart("\r\n"))).isEqualTo("Envelope");
        assertThat(root(contentType, multipart("\n"))).isEqualTo("Envelope");
    }

    @Test
    void whenMultipartWithoutContentTypeThenParsed() {
        Document document = replies.parse(Optional.empty(), utf8(multipart("\n")));
        assertThat(replies.responseMessage(document)).isEmpty();
    }

    @Test
    void whenMultipartHasAPreambleThenTheDeclaredBoundaryIsUsed() {
        assertThat(root(RELATED, "a preamble\r\n" + multipart("\r\n"))).isEqualTo("Envelope");
    }

    @Test
    void whenTheRootIsNotTheFirstPartThenStartNamesIt() {
        String body = "--edge\r\nContent-ID: <other@test>\r\n\r\n<other/>\r\n" + multipart("\r\n");

        assertThat(root(RELATED, body)).isEqualTo("Envelope");
        assertThat(root("multipart/related; boundary=edge", body)).isEqualTo("other");
    }

    @Test
    void whenContentTypeSaysMultipartButTheBodyIsXmlThenParsed() {
        assertThat(root(RELATED, "<a/>")).isEqualTo("a");
    }

    @Test
    void whenXopIncludeThenThePartStandsThereInBase64() {
        Document document = replies.parse(Optional.of(RELATED), utf8(withInclude(include("cid:part%2B1@test"))));

        assertThat(document.getDocumentElement().getTextContent()).isEqualTo("aGVsbG8=");
    }

    @Test
    void whenXopIncludeHasNoPartThenUnreadable() {
        assertUnreadable(RELATED, utf8(withInclude(include("cid:none@test"))));
        assertUnreadable(RELATED, utf8(withInclude(include("http://elsewhere.test/"))));
    }

    @Test
    void whenOnePartIsIncludedAgainAndAgainThenUnreadable() {
        assertUnreadable(RELATED, utf8(withInclude(include("cid:part%2B1@test").repeat(2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{\"a\":1}", "Bad gateway", "<html><br></html>", "<a>", "<a/><b/>", "<a>&e;</a>",
            "--", "--edge", "--edge\r\n\r\n", "--edge\r\n\r\n<a>\r\n--edge--", "--edge--"})
    void whenNoXmlThenUnreadable(String body) {
        assertUnreadable("text/xml", utf8(body));
        assertUnreadable(RELATED, utf8(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a><a/>",
            "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>",
            "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>"})
    void whenDoctypeThenUnreadable(String body) {
        assertUnreadable("text/xml", utf8(body));
        assertUnreadable(RELATED, utf8("--edge\r\n\r\n" + body + "\r\n--edge--"));
    }

    @Test
    void whenTooLongThenUnreadable() {
        assertUnreadable("text/xml", utf8("<a>" + "x".repeat(LIMIT) + "</a>"));
    }

    @Test
    void whenTooDeepThenUnreadable() {
        assertThat(root("text/xml", nested(64))).isEqualTo("a");
        assertUnreadable("text/xml", utf8(nested(65)));
    }

    private void assertUnreadable(String contentType, byte[] body) {
        assertThatThrownBy(() -> replies.parse(Optional.of(contentType), body))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.family()).isEqualTo(Family.TRANSPORT);
                    assertThat(failure.code()).isEqualTo("unreadable-answer");
                });
    }

    private String root(String contentType, String body) {
        return replies.parse(Optional.of(contentType), utf8(body)).getDocumentElement().getLocalName();
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static String multipart(String line) {
        return String.join(line, "--edge",
                "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"",
                "Content-Transfer-Encoding: binary",
                "Content-ID: <root@test>",
                "",
                Answers.queue(""),
                "--edge--");
    }

    private static String include(String href) {
        return "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"" + href + "\"/>";
    }

    private static String withInclude(String includes) {
        return String.join("\r\n", "--edge", "Content-ID: <root@test>", "", "<a>" + includes + "</a>",
                "--edge", "Content-ID: <part+1@test>", "", "hello", "--edge--");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
