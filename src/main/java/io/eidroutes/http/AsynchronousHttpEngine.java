package io.eidroutes.http;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;

/**
 * Serves platform-http routes without holding a thread while a route waits. Camel's own engine keeps one of a few
 * executor threads until the exchange is done, so that a handful of waiting callers would stop every other call.
 */
final class AsynchronousHttpEngine implements PlatformHttpEngine {

    private final int port;
    private final int maxBodyBytes;

    AsynchronousHttpEngine(int port, int maxBodyBytes) {
        this.port = port;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new AsynchronousHttpConsumer(endpoint, processor, maxBodyBytes);
    }

    @Override
    public int getServerPort() {
        return port;
    }
}
