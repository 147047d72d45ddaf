package io.eidroutes.identification.browser;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Failures;
import io.eidroutes.failure.Family;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many page requests a minute through from one address, on this node. The address is the one that the server
 * trusts ({@code server.tomcat.remoteip} behind a proxy); whoever has an IPv6 network has all of it, so its /64 counts.
 * The pages' files have an allowance of their own, so that the page that refuses looks as the others do.
 */
final class AddressLimit extends OncePerRequestFilter {

    /** Beyond it, new addresses share one allowance: memory must not be the attacker's. */
    private static final int MOST_ADDRESSES = 100_000;
    private static final String OTHERS = "others";
    private static final Failure REFUSAL = Failure.of(Family.AITU_AUTHORIZATION, "EID-TOO-MANY-REQUESTS");
    private static final long MINUTE = 60_000;

    private final int most;
    private final Pages pages;
    private final Failures failures;
    private final Function<Failure, String> refused;
    private final Clock clock;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private long minute;

    /** @param refused has a refusal treated and recorded, and says its id */
    AddressLimit(int most, Pages pages, Failures failures, Function<Failure, String> refused, Clock clock) {
        this.most = most;
        this.pages = pages;
        this.failures = failures;
        this.refused = refused;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean file = request.getRequestURI().endsWith(".css") || request.getRequestURI().endsWith(".svg");
        int asked = count(network(request.getRemoteAddr()) + (file ? " files" : ""));
        if (asked <= most) {
            chain.doFilter(request, response);
            return;
        }
        // One line in the log a minute and address: whoever asks too often would fill it.
        if (asked == most + 1) {
            response.setHeader(Failures.ID_HEADER, refused.apply(REFUSAL));
        } else {
            failures.count(REFUSAL.family(), REFUSAL.code());
        }
        response.setStatus(429);
        response.setHeader("Retry-After", "60");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(pages.failure(BrowserRequest.languageOf(request), REFUSAL.family(),
                REFUSAL.code()));
    }

    private int count(String address) {
        startNewMinute();
        String key = requests.size() < MOST_ADDRESSES || requests.containsKey(address) ? address : OTHERS;
        return requests.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
    }

    private synchronized void startNewMinute() {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            requests.clear();
        }
    }

    private static String network(String address) throws IOException {
        if (address.indexOf(':') < 0) {
            return address;
        }
        // A literal: nothing is looked up.
        InetAddress parsed = InetAddress.getByName(address);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) : parsed.getHostAddress();
    }
}
