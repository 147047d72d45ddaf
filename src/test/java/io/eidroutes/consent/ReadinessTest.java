package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The platform sends callers here when every route stands, and not before. */
class ReadinessTest extends ConsentTest {

    @Autowired
    private CamelContext camel;

    @Test
    void whenEveryRouteStandsThenReady() throws Exception {
        HttpResponse<String> readiness = manage("/health/readiness");

        assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(200);
        assertThat(manage("/health/liveness").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answer-call", "read-claim", "send-claim", "smev-send-request", "route-esia-failure", "poll-smev-1"})
    void whenARouteIsStoppedThenNotReadyUntilItStandsAgain(String route) throws Exception {
        camel.getRouteController().stopRoute(route);
        try {
            HttpResponse<String> readiness = manage("/health/readiness");

            assertThat(readiness.statusCode()).as(readiness.body()).isEqualTo(503);
            assertThat(manage("/health/liveness").statusCode()).isEqualTo(200);
        } finally {
            camel.getRouteController().startRoute(route);
        }
        assertThat(manage("/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void whenAPollerIsSuspendedThenNotReadyAndItsWorkGoesOnAfterwards() throws Exception {
        camel.getRouteController().suspendRoute("poll-smev-1");
        try {
            assertThat(manage("/health/readiness").statusCode()).isEqualTo(503);
        } finally {
            camel.getRouteController().resumeRoute("poll-smev-1");
        }
        assertThat(post(example().toString()).body()).isEqualTo(SUCCEEDED);
    }
}
