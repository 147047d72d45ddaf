package io.eidroutes.identification.journey.authorization;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import static org.assertj.core.api.Assertions.assertThat;

/** The check failed on Aitu's page and the user left: nobody tells us. The identification ends by its time, and a callback that
 * comes after all is too late. */
class NoCallbackTest extends HostileTest {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenNoCallbackComesThenTheIdentificationExpires(CoidFailure failure) throws Exception {
        aitu().change("{\"automaticIin\":\"\",\"coidFailures\":\"NONE\"}");
        Begun begun = begin();
        String page = Caller.location(begun.visitor().get(Caller.location(start(begun))));
        begun.visitor().post(page, Map.of("action", "iin", "iin", failure.iin()));
        begun.visitor().post(page, Map.of("action", "face"));
        HttpResponse<String> left = begun.visitor().follow(begun.visitor().post(page, Map.of("action", "leave")));
        assertThat(left.uri().toString()).startsWith(aitu().base());
        assertUntouched(begun);

        itsTimePasses(begun);

        soon().untilAsserted(() -> assertThat(read(begun).path("state").asText()).isEqualTo("expired"));
        assertThat(read(begun).at("/failure/code").asText()).isEqualTo("EID-EXPIRED");
        assertTokenRequests(0);
        assertNothingReleased(begun);
        assertCounted("aitu-authorization EID-EXPIRED user");
    }

    @Test
    void whenTheCallbackComesTooLateThenNoCodeIsSent() throws Exception {
        Begun begun = begin();
        String callback = callbackOf(begun);
        itsTimePasses(begun);
        soon().untilAsserted(() -> assertThat(read(begun).path("state").asText()).isEqualTo("expired"));

        assertRefused(begun.visitor().get(callback), "EID-STATE-EXPIRED");

        assertTokenRequests(0);
        assertNothingReleased(begun);
        assertCounted("aitu-authorization EID-EXPIRED user", "aitu-authorization EID-STATE-EXPIRED user");
    }

    private void itsTimePasses(Begun begun) {
        for (String time : List.of("update identification set due_at = :past where id = :id",
                "update authorization_attempt set expires_at = :past where identification_id = :id")) {
            jdbc.sql(time).param("past", OffsetDateTime.now().minusSeconds(1)).param("id", UUID.fromString(begun.id())).update();
        }
    }
}
