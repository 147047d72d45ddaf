package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody sees or changes another client's identification, or learns that there is one. */
class UnknownIdentificationTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void whenItIsAnothersThenTheAnswerIsThatOfNone(String method) throws Exception {
        Begun begun = begin();

        HttpResponse<String> anothers = call("kiosk", "/" + begun.id(), method, "");
        HttpResponse<String> none = call("kiosk", "/" + java.util.UUID.randomUUID(), method, "");

        problem(anothers, 404, "unknown-identification");
        assertThat(anothers.body()).isEqualTo(none.body());
        assertThat(state(begun)).isEqualTo("created");
    }

    @Test
    void whenTheResultIsAnothersThenItIsNotReleased() throws Exception {
        Begun begun = begin();
        String ticket = ticketIn(identify(begun));
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());

        problem(post("kiosk", "/" + begun.id() + "/result", "{\"result_ticket\":\"" + ticket + "\"}"), 404, "unknown-identification");
        problem(post("kiosk", "/" + begun.id() + "/result", ""), 404, "unknown-identification");
        assertThat(result(begun, ticket).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "1-1-1-1-1", "%20", "00000000-0000-0000-0000-000000000000"})
    void whenTheIdIsNoneThenThereIsNone(String id) throws Exception {
        problem(call("shop", "/" + id, "GET", ""), 404, "unknown-identification");
    }
}
