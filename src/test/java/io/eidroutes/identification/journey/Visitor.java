package io.eidroutes.identification.journey;

import io.eidroutes.simulator.web.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A user whose browser keeps its cookies, goes where it is told when asked to, and remembers all that came to it. */
public final class Visitor {

    private static final int MOST_REDIRECTS = 10;

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private final List<HttpResponse<String>> seen = new ArrayList<>();

    private record Cookie(String value, String path) {
    }

    public HttpResponse<String> get(String url, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).GET(), headers);
    }

    public HttpResponse<String> post(String url, Map<String, String> form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Caller.encoded(form))));
    }

    /** Goes on to where an answer leads, until there is a page. */
    public HttpResponse<String> follow(HttpResponse<String> answer) throws Exception {
        HttpResponse<String> last = answer;
        for (int i = 0; last.statusCode() / 100 == 3; i++) {
            if (i == MOST_REDIRECTS) {
                throw new AssertionError("too many redirects");
            }
            last = get(Caller.location(last));
        }
        return last;
    }

    /** The cookies of a name that begins so, with their values: what a thief of one browser would have. */
    public Map<String, String> cookies(String prefix) {
        return cookies.entrySet().stream().filter(cookie -> cookie.getKey().startsWith(prefix))
                .collect(Collectors.toMap(Map.Entry::getKey, cookie -> cookie.getValue().value()));
    }

    /** Puts a cookie in that no site has set. */
    public void forge(String name, String value) {
        cookies.put(name, new Cookie(value, "/"));
    }

    /** Every answer that came, oldest first. */
    public List<HttpResponse<String>> seen() {
        return List.copyOf(seen);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        String path = request.copy().build().uri().getPath();
        // Browsers tell ports of one host not apart.
        String sent = cookies.entrySet().stream().filter(cookie -> path.startsWith(cookie.getValue().path()))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue().value()).collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        request.header("Accept-Language", "ru");
        HttpResponse<String> answer = Caller.send(request, headers);
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        seen.add(answer);
        return answer;
    }

    private void keep(String setCookie) {
        String[] parts = setCookie.split(";\\s*");
        String[] pair = parts[0].split("=", 2);
        String path = "/";
        boolean over = false;
        for (String attribute : parts) {
            path = attribute.startsWith("Path=") ? attribute.substring("Path=".length()) : path;
            over |= attribute.equals("Max-Age=0");
        }
        if (over) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], new Cookie(pair[1], path));
        }
    }
}
