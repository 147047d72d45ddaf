package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No page of ours can be shown in a frame, so that nobody presses a button of ours unawares (RFC 9700 §4.16). */
class FramingTest extends IdentificationTest {

    @Test
    void whenAPageIsShownThenItForbidsFrames() throws Exception {
        Begun withButton = begin("shop", "{\"phone\":\"77071234567\",\"phone_verified\":true}");
        for (HttpResponse<String> page : List.of(
                browser().get(withButton.startPath()),
                browser().get("/identifications/start/none"),
                browser().get("/aitu/callback?code=a&state=b"),
                browser().get("/identifications/outcome?outcome=ready"))) {
            assertThat(page.body()).contains("<main");
            assertThat(page.headers().allValues("Content-Security-Policy")).singleElement().asString()
                    .contains("default-src 'none';", "frame-ancestors 'none';");
            assertThat(page.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        }
    }
}
