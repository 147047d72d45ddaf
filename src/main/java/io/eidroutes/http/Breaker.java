package io.eidroutes.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;

/**
 * The circuit breaker of an upstream, in its HTTP client: each call that a route makes goes through it, and none of an
 * open one leaves this process. A breaker around steps of a route could tell failures by the class of their exception only,
 * and would have to be thought of for each new call.
 *
 * <p>What never came to a connection because ours were all in use says nothing about the upstream and does not count.
 */
public final class Breaker implements ExecChainHandler {

    private final Choice choice;
    private final Predicate<ClassicHttpResponse> failed;

    /** Which breaker a call belongs to. */
    interface Choice {
        CircuitBreaker of(HttpHost target, String path);
    }

    Breaker(Choice choice, Predicate<ClassicHttpResponse> failed) {
        this.choice = choice;
        this.failed = failed;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        CircuitBreaker breaker = choice.of(scope.route.getTargetHost(), path(request));
        if (!breaker.tryAcquirePermission()) {
            throw new CircuitOpen();
        }
        long start = breaker.getCurrentTimestamp();
        boolean counted = false;
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            counted = true;
            if (failed.test(answer)) {
                breaker.onError(since(breaker, start), breaker.getTimestampUnit(), new IOException("HTTP " + answer.getCode()));
            } else {
                breaker.onSuccess(since(breaker, start), breaker.getTimestampUnit());
            }
            return answer;
        } catch (ConnectionRequestTimeoutException e) {
            throw e;
        } catch (IOException | HttpException e) {
            counted = true;
            breaker.onError(since(breaker, start), breaker.getTimestampUnit(), e);
            throw e;
        } finally {
            if (!counted) {
                breaker.releasePermission();
            }
        }
    }

    private static long since(CircuitBreaker breaker, long start) {
        return breaker.getCurrentTimestamp() - start;
    }

    private static String path(ClassicHttpRequest request) {
        String target = request.getPath() == null ? "" : request.getPath();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
