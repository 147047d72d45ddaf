package io.eidroutes.identification.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What counts as one address, and when it is forgiven. */
class AddressLimitTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Failures failures = new Failures(Catalogue.load(), meters);
    private final AddressLimit limit =
            new AddressLimit(2, new Pages(Catalogue.load(), "/identifications", Optional.empty()),
                    failures, refused -> {
                        failures.count(refused.family(), refused.code());
                        return "id";
                    }, clock);

    @Test
    void whenAnAddressHasAskedOftenEnoughThenOnlyItIsRefused() throws Exception {
        assertThat(ask("192.0.2.1")).isEqualTo(200);
        assertThat(ask("192.0.2.1")).isEqualTo(200);
        assertThat(ask("192.0.2.1")).isEqualTo(429);
        assertThat(ask("192.0.2.2")).isEqualTo(200);
        assertThat(meters.get("eid.failures").tags("family", "aitu-authorization", "code", "EID-TOO-MANY-REQUESTS", "kind", "user")
                .counter().count()).isEqualTo(1);
    }

    @Test
    void whenANewMinuteBeginsThenItIsForgiven() throws Exception {
        for (int i = 0; i < 3; i++) {
            ask("192.0.2.1");
        }
        now = now.plusSeconds(60);

        assertThat(ask("192.0.2.1")).isEqualTo(200);
    }

    @Test
    void whenTheAddressesAreOfOneIpv6NetworkThenTheyCountTogether() throws Exception {
        assertThat(ask("2001:db8:0:1::1")).isEqualTo(200);
        assertThat(ask("2001:db8:0:1:ffff::2")).isEqualTo(200);
        assertThat(ask("2001:db8:0:1::3")).isEqualTo(429);
        assertThat(ask("2001:db8:0:2::1")).isEqualTo(200);
    }

    private int ask(String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/identifications/outcome");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
