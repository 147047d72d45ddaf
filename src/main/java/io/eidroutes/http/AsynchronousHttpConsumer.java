package io.eidroutes.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.http.common.HttpBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Takes a request into a route on the servlet thread and writes the answer on whichever thread ends the route. Where that
 * is the servlet thread itself, the request ends with it and is not dispatched a second time.
 * The variable {@code client} holds the authenticated caller's name, the body at most one byte more than the limit,
 * so that the step that validates sees that it was too long.
 */
public final class AsynchronousHttpConsumer extends SpringBootPlatformHttpConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(AsynchronousHttpConsumer.class);

    private final HttpBinding binding;
    private final int maxBodyBytes;

    AsynchronousHttpConsumer(PlatformHttpEndpoint endpoint, Processor processor, int maxBodyBytes) {
        super(endpoint, processor, Runnable::run);
        this.maxBodyBytes = maxBodyBytes;
        this.binding = new RequestBinding();
        // Camel would read a form from the body, and log a body that is none.
        endpoint.setPopulateBodyWithForm(false);
        this.binding.setHeaderFilterStrategy(endpoint.getHeaderFilterStrategy());
        this.binding.setMuteException(true);
    }

    /** @return ends with the answer; null, which Spring takes for a request that is done with, where it is written already */
    @Override
    @ResponseBody
    public CompletableFuture<Void> service(HttpServletRequest request, HttpServletResponse response) {
        try {
            if (request.getMethod().equals("HEAD")) {
                // Spring takes HEAD to be a GET, which would spend what a GET delivers.
                response.setHeader("Allow", "GET");
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return null;
            }
            if (isSuspended()) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return null;
            }
            Exchange exchange = exchangeOf(request, response);
            createUoW(exchange);
            CompletableFuture<Void> served = new CompletableFuture<>();
            getAsyncProcessor().process(exchange, doneSync -> {
                answer(exchange, response);
                served.complete(null);
            });
            return served.isDone() ? null : served;
        } catch (Exception e) {
            refuse(response, e);
            return null;
        }
    }

    private Exchange exchangeOf(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(maxBodyBytes + 1);
        Exchange exchange = createExchange(true);
        exchange.setPattern(ExchangePattern.InOut);
        PlatformHttpMessage message = new PlatformHttpMessage(request, response, exchange, binding, false);
        exchange.setIn(message);
        // As a stream cache, or init would look for a converter in vain; then as it is.
        message.setBody(new InputStreamCache(body));
        message.init(exchange, binding, request, response);
        message.setBody(body);
        Principal caller = request.getUserPrincipal();
        exchange.setVariable("client", caller == null ? "" : caller.getName());
        return exchange;
    }

    private void answer(Exchange exchange, HttpServletResponse response) {
        try {
            binding.writeResponse(exchange, response);
        } catch (Exception e) {
            refuse(response, e);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    /** The caller left, or the answer could not be written; a message could quote the body, so only its type is kept. */
    private static void refuse(HttpServletResponse response, Exception e) {
        LOG.info("An HTTP exchange ended without an answer: {}", e.getClass().getSimpleName());
        try {
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        } catch (IOException gone) {
            LOG.debug("The connection was gone");
        }
    }
}
