package io.eidroutes.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The problem documents (RFC 9457) of calls that do not reach a route. */
enum AccessProblem {
    UNAUTHENTICATED("unauthenticated", "Authentication is required", "Send HTTP Basic credentials of a configured client."),
    NOT_PERMITTED("not-permitted", "Not permitted", "Ask the operator to extend this client's settings.");

    private final String code;
    private final String title;
    private final String advice;

    AccessProblem(String code, String title, String advice) {
        this.code = code;
        this.title = title;
        this.advice = advice;
    }

    void write(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                {"type":"about:blank","title":"%s","status":%d,"family":"validation","code":"%s","kind":"partner",\
                "retryable":false,"advice":"%s"}""".formatted(title, status.value(), code, advice));
    }
}
