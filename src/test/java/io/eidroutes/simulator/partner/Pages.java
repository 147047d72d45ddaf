package io.eidroutes.simulator.partner;

import static io.eidroutes.simulator.web.Html.escape;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.web.Html;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the partner shows. */
final class Pages {

    private final String language;

    Pages(String language) {
        this.language = language;
    }

    String home(String session) {
        return page(Words.TITLE, "", """
                <p>%s</p>
                <form method="post" action="login">
                <input type="hidden" name="session" value="%s">
                <label for="iin">%s</label><input type="text" id="iin" name="iin" inputmode="numeric" maxlength="12" autocomplete="off">
                <label for="phone">%s</label><input type="text" id="phone" name="phone" inputmode="tel" maxlength="16" autocomplete="off" placeholder="77071234567">
                <label class="inline"><input type="checkbox" name="renew" value="true"> %s</label>
                <button>%s</button>
                </form>
                <p class="note"><a href="?locale=ru" lang="ru">Русский</a> · <a href="?locale=kk" lang="kk">Қазақша</a> · <a href="?locale=en" lang="en">English</a></p>"""
                .formatted(text(Words.INTRODUCTION), escape(session), text(Words.IIN), text(Words.PHONE), text(Words.RENEW),
                        text(Words.LOGIN)));
    }

    String stranger() {
        return page(Words.STRANGER, "", alert(Words.STRANGER_TEXT.in(language)) + again());
    }

    String unreachable(String application) {
        return page(Words.UNREACHABLE, "", alert(application) + again());
    }

    /** The application would not begin an identification. */
    String refused(int status, JsonNode problem) {
        return page(Words.REFUSED, "", said(status, problem) + whole(problem) + again());
    }

    String waiting() {
        return page(Words.WAITING, "<meta http-equiv=\"refresh\" content=\"2\">", """
                <p role="status">%s</p><a class="button quiet" href="">%s</a>"""
                .formatted(text(Words.WAITING_TEXT), text(Words.REFRESH)));
    }

    String failed(int status, JsonNode answer) {
        return page(Words.FAILED, "", said(status, answer) + again() + whole(answer));
    }

    String result(String id, JsonNode answer) {
        JsonNode person = Optional.ofNullable(answer.findValue("person")).orElse(answer);
        String name = Stream.of("surname", "name", "patronymic").map(part -> person.path(part).asText(""))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        String iin = Optional.ofNullable(answer.findValue("iin")).map(JsonNode::asText).orElse("");
        JsonNode document = person.path("documents").path(0);
        String type = document.path("type").path(language.equals("kk") ? "nameKz" : "nameRu").asText("");
        String rows = row(Words.NAME.in(language), name) + row(Words.IIN_ROW.in(language), iin)
                + row(Words.BIRTH_DATE.in(language), person.path("birthDate").asText(""))
                + row(Words.DOCUMENT.in(language), (type + " " + document.path("number").asText("")).strip());
        return page(Words.RESULT, "", photo(answer) + "<table>" + rows + "</table>" + whole(answer) + """
                <form method="post" action="../erase/%s"><button>%s</button></form>""".formatted(escape(id), text(Words.ERASE)));
    }

    private String photo(JsonNode answer) {
        return Optional.ofNullable(answer.findValue("photo")).map(JsonNode::asText)
                .filter(base64 -> base64.matches("[A-Za-z0-9+/]+=*"))
                .map(base64 -> "<img alt=\"" + text(Words.PHOTO) + "\" width=\"120\" src=\"data:image/jpeg;base64," + base64 + "\">")
                .orElse("");
    }

    private static String row(String name, String value) {
        return value.isEmpty() ? "" : "<tr><th scope=\"row\">" + escape(name) + "</th><td>" + escape(value) + "</td></tr>";
    }

    /** What a problem document, which is in English, or the failure of an identification tells a person. */
    private String said(int status, JsonNode answer) {
        boolean ended = answer.path("failure").isObject();
        JsonNode failure = ended ? answer.get("failure") : answer;
        String message = Stream.of("title", "message", "code", "state").map(name -> failure.path(name).asText(""))
                .filter(text -> !text.isEmpty()).findFirst().orElse("HTTP " + status);
        String advice = failure.path("advice").asText("").lines().map(line -> "<p>" + escape(line) + "</p>").collect(Collectors.joining());
        return "<div lang=\"" + (ended ? language : "en") + "\">" + alert(message) + advice + "</div>";
    }

    private String whole(JsonNode answer) {
        return answer.isContainerNode() ? "<details class=\"note\"><summary>" + text(Words.ANSWER) + "</summary><pre>"
                + escape(answer.toPrettyString()) + "</pre></details>" : "";
    }

    private static String alert(String text) {
        return "<p class=\"alert\" role=\"alert\">" + escape(text) + "</p>";
    }

    private String again() {
        return "<a class=\"button\" href=\"" + PartnerPage.PATH + "/\">" + text(Words.AGAIN) + "</a>";
    }

    private String text(Words words) {
        return escape(words.in(language));
    }

    private String page(Words title, String head, String main) {
        return Html.page(language, "#0f5132", Words.TITLE.in(language), title.in(language), head, main);
    }
}
