package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that test scripts of our collection are made of, and no others: the status is, a header is there, the value at
 * a path of the JSON equals, and a variable is set from a header or from a path, the whole of it or the first group of a
 * regular expression. This is no JavaScript engine: a line of another form ends the test that runs it.
 */
final class PostmanScript {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEST = "pm\\.test\\(\"[^\"]+\", \\(\\) => ";
    private static final Pattern STATUS = Pattern.compile(TEST + "pm\\.response\\.to\\.have\\.status\\((\\d{3})\\)\\);");
    private static final Pattern HEADER = Pattern.compile(TEST + "pm\\.response\\.to\\.have\\.header\\(\"([A-Za-z-]+)\"\\)\\);");
    private static final String PATH = "pm\\.response\\.json\\(\\)\\.([A-Za-z_.\\[\\]0-9]+?)";
    private static final Pattern EQUALS = Pattern.compile(TEST + "pm\\.expect\\(" + PATH + "\\)\\.to\\.eql\\((.+)\\)\\);");
    private static final String MATCH = "(?:\\.match\\(/(.+)/\\)\\[1])?\\);";
    private static final String SET = "pm\\.collectionVariables\\.set\\(\"([A-Za-z]+)\", ";
    private static final Pattern KEEP_HEADER = Pattern.compile(SET + "pm\\.response\\.headers\\.get\\(\"([A-Za-z-]+)\"\\)" + MATCH);
    private static final Pattern KEEP_MEMBER = Pattern.compile(SET + PATH + MATCH);

    private PostmanScript() {
    }

    /** The status that the script demands. */
    static OptionalInt status(List<String> script) {
        return script.stream().map(STATUS::matcher).filter(Matcher::matches).mapToInt(line -> Integer.parseInt(line.group(1)))
                .findFirst();
    }

    /**
     * Asserts what the script asserts, and sets what it sets.
     *
     * @throws IllegalArgumentException for a line that is none of those
     */
    static void run(List<String> script, HttpResponse<String> answer, Map<String, String> variables) throws JsonProcessingException {
        for (String line : script) {
            Matcher status = STATUS.matcher(line);
            Matcher header = HEADER.matcher(line);
            Matcher equals = EQUALS.matcher(line);
            Matcher keepHeader = KEEP_HEADER.matcher(line);
            Matcher keepMember = KEEP_MEMBER.matcher(line);
            if (status.matches()) {
                assertThat(answer.statusCode()).as(line).isEqualTo(Integer.parseInt(status.group(1)));
            } else if (header.matches()) {
                assertThat(answer.headers().firstValue(header.group(1))).as(line).isPresent();
            } else if (equals.matches()) {
                assertThat(member(answer, equals.group(1))).as(line).isEqualTo(JSON.readTree(equals.group(2)));
            } else if (keepHeader.matches()) {
                String value = answer.headers().firstValue(keepHeader.group(2)).orElseThrow(() -> new AssertionError(line));
                variables.put(keepHeader.group(1), part(value, keepHeader.group(3), line));
            } else if (keepMember.matches()) {
                JsonNode value = member(answer, keepMember.group(2));
                assertThat(value.isTextual()).as(line).isTrue();
                variables.put(keepMember.group(1), part(value.textValue(), keepMember.group(3), line));
            } else {
                throw new IllegalArgumentException("not understood: " + line);
            }
        }
    }

    private static JsonNode member(HttpResponse<String> answer, String path) throws JsonProcessingException {
        return JSON.readTree(answer.body()).at("/" + path.replaceAll("\\[(\\d+)]", ".$1").replace('.', '/'));
    }

    private static String part(String value, String expression, String line) {
        if (expression == null) {
            return value;
        }
        Matcher found = Pattern.compile(expression).matcher(value);
        assertThat(found.find()).as(line).isTrue();
        return found.group(1);
    }
}
