package io.eidroutes.http;

import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client of calls to other systems. No automatic retry: whether a request may be sent again is for the
 * treatments to say. No redirect: credentials would travel on. No cookies, and no compression, so that a bound on the
 * body is a bound on memory.
 */
public final class StrictHttpClient implements HttpClientConfigurer {

    /** How long an idle connection may have been idle before it is tested; a stale one would make a sending unclear. */
    private static final TimeValue TEST_AFTER = TimeValue.ofSeconds(1);

    private final PoolingHttpClientConnectionManager connections;
    private final RequestConfig request;

    /** With the trust of the Java platform. */
    public StrictHttpClient(Duration connectTimeout, Duration responseTimeout, int connections) {
        this(connectTimeout, responseTimeout, connections, null);
    }

    /**
     * @param responseTimeout of a single read
     * @param connections     most connections at the same time
     * @param tls             keys and trust of the connection; null: those of the Java platform
     */
    public StrictHttpClient(Duration connectTimeout, Duration responseTimeout, int connections, TlsSocketStrategy tls) {
        Timeout response = Timeout.of(responseTimeout);
        this.connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setSocketTimeout(response)
                        .setValidateAfterInactivity(TEST_AFTER)
                        .build())
                .setTlsSocketStrategy(tls)
                .build();
        this.request = RequestConfig.custom()
                .setResponseTimeout(response)
                .setConnectionRequestTimeout(Timeout.of(connectTimeout))
                .build();
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.setConnectionManager(connections)
                .setDefaultRequestConfig(request)
                .setUserAgent("eid-routes")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement();
    }
}
