package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A state is good for one callback. */
class SecondCallbackTest extends IdentificationTest {

    @Test
    void whenACallbackComesAgainThenItIsRefusedAndNothingIsExchangedTwice() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        assertThat(browser.callback("code=first").statusCode()).isEqualTo(303);

        page(browser.callback("code=first"), 409, "Этот ответ уже был принят");
        browser.cookies().putAll(cookies);
        page(browser.callback("code=second"), 409, "Этот ответ уже был принят");
        page(browser.callback("error=access_denied"), 409, "Этот ответ уже был принят");

        assertThat(aitu.codes()).containsExactly("first");
        assertThat(state(begun)).isEqualTo("identified");
    }

    @Test
    void whenManyCallbacksComeAtOnceThenOneIsTaken() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String cookie = browser.cookies().entrySet().iterator().next().toString();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = java.util.Collections.nCopies(8, () -> browser().get(
                    "/aitu/callback?code=once&state=" + browser.state(), "Cookie", cookie).statusCode());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(303).contains(409);
        } finally {
            threads.shutdown();
        }
        assertThat(aitu.codes()).containsExactly("once");
    }
}
