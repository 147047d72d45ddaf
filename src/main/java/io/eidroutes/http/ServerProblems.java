package io.eidroutes.http;

import io.eidroutes.failure.Failures;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The problem documents (RFC 9457) of calls that the server itself refuses, before any route: they name the status and
 * repeat nothing of the request. An unexpected exception is logged by its type, for its message could quote the request.
 */
@RestController
final class ServerProblems implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProblems.class);

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> problem(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
        String id = UUID.randomUUID().toString();
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            LOG.error("A call ended with {}: {}, failure {}", status.value(), thrown.getClass().getName(), id);
        } else {
            LOG.info("A call was refused before any route with {}, failure {}", status.value(), id);
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        return ResponseEntity.status(status).header(Failures.ID_HEADER, id).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
