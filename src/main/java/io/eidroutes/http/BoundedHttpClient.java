package io.eidroutes.http;

import java.net.URI;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of calls whose request must be sent once at most and whose answer is bounded as a whole, in time and,
 * after decompression, in size. No redirect is followed, nothing is sent again, no cookie is kept. An answer of which
 * that cannot be said ends in an {@link java.io.IOException} that {@link TransportFailures} names.
 *
 * <p>Camel's http endpoints that name one such client share its connections.
 */
public final class BoundedHttpClient implements HttpClientConfigurer, AutoCloseable {

    /** How long a connection may have been idle before it is tested; a stale one would make a sending unclear. */
    private static final TimeValue TEST_AFTER = TimeValue.ofSeconds(1);
    private static final int LONGEST_LINE = 16384;
    private static final int MOST_HEADERS = 100;

    private final PoolingHttpClientConnectionManager connections;
    private final RequestConfig request;
    private final WholeAnswer wholeAnswer;
    private final Breaker breaker;

    /**
     * @param connectTimeout until a connection is free, and until it stands
     * @param deadline       until the answer is there as a whole
     * @param connections    connections in the pool
     * @param maxAnswerBytes the longest body that is read, in bytes after decompression
     */
    public record Limits(Duration connectTimeout, Duration deadline, int connections, int maxAnswerBytes) {
    }

    public BoundedHttpClient(Limits limits, Breaker breaker) {
        this(limits, breaker, DefaultClientTlsStrategy.createDefault());
    }

    /** @param tls how TLS is spoken, with a certificate of ours for instance */
    public BoundedHttpClient(Limits limits, Breaker breaker, TlsSocketStrategy tls) {
        this.breaker = breaker;
        Timeout connect = Timeout.of(limits.connectTimeout());
        Timeout answer = Timeout.of(limits.deadline());
        this.connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(limits.connections())
                .setMaxConnPerRoute(limits.connections())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(answer)
                        .setValidateAfterInactivity(TEST_AFTER)
                        .build())
                .setTlsSocketStrategy(tls)
                .build();
        this.request = RequestConfig.custom()
                .setResponseTimeout(answer)
                .setConnectionRequestTimeout(connect)
                .build();
        this.wholeAnswer = new WholeAnswer(limits.deadline(), limits.maxAnswerBytes());
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client
                .setConnectionManager(connections)
                .setConnectionManagerShared(true)
                .setDefaultRequestConfig(request)
                .setUserAgent("eid-routes")
                .addExecInterceptorFirst("whole-answer", wholeAnswer)
                .addExecInterceptorFirst("breaker", breaker)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableAuthCaching()
                .disableCookieManagement();
    }

    /**
     * The Camel endpoint of a URL that is called with this client.
     *
     * @param url  absolute; its query, if any, is sent
     * @param bean the name of this client in the registry
     */
    public static String endpoint(URI url, String bean) {
        String query = url.getRawQuery() == null ? "?" : "?" + url.getRawQuery() + "&";
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath() + query
                + "bridgeEndpoint=true&throwExceptionOnFailure=false&disableStreamCache=true"
                + "&httpClientConfigurer=#" + bean;
    }

    @Override
    public void close() {
        wholeAnswer.close();
        connections.close();
    }
}
