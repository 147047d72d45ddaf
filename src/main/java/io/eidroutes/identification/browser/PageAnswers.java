package io.eidroutes.identification.browser;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import java.net.URI;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes answers to browsers. None may be kept, and none tells the next site where the browser was. */
final class PageAnswers {

    private static final int UNAVAILABLE = 503;
    private static final int BEHIND_US = 502;

    private final Pages pages;
    private final Catalogue catalogue;

    PageAnswers(Pages pages, Catalogue catalogue) {
        this.pages = pages;
        this.catalogue = catalogue;
    }

    Pages pages() {
        return pages;
    }

    Message page(Exchange exchange, int status, byte[] html) {
        Message answer = answer(exchange, status);
        answer.setHeader(Exchange.CONTENT_TYPE, "text/html;charset=UTF-8");
        answer.setBody(html);
        return answer;
    }

    /**
     * The page about a failure; its status is the catalogue's, else it says that the trouble is behind us.
     *
     * @param wayBack where the page leads on to, if anywhere
     */
    Message failure(Exchange exchange, Failure failure, boolean retryable, String language, Optional<URI> wayBack) {
        int status = catalogue.find(failure.family(), failure.code()).status().orElse(retryable ? UNAVAILABLE : BEHIND_US);
        return page(exchange, status, pages.failure(language, failure.family(), failure.code(), wayBack));
    }

    Message redirect(Exchange exchange, int status, URI to) {
        Message answer = answer(exchange, status);
        answer.setHeader("Location", to.toString());
        answer.setBody(null);
        return answer;
    }

    Message empty(Exchange exchange, int status) {
        Message answer = answer(exchange, status);
        answer.setBody(null);
        return answer;
    }

    private static Message answer(Exchange exchange, int status) {
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        answer.setHeader("Cache-Control", "no-store");
        return answer;
    }
}
