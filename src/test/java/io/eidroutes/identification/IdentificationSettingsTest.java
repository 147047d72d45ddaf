package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.access.AccessSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A wrong setting stops the start with a sentence that names it. */
class IdentificationSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://id.example", "https://id.example/", "https://id.example?x", "https://id.example#x", "https://u:p@id.example",
        "ftp://id.example", "id.example", "https:///x"})
    void whenThePublicUrlIsNoneThenRefused(String url) {
        refused("public-url", url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example", "https://bank.example/eid", "http://localhost:8080", "http://127.0.0.1:8080"})
    void whenThePublicUrlIsOneThenTaken(String url) {
        assertThat(settings("public-url", url).url("/x").toString()).isEqualTo(url + "/x");
    }

    @ParameterizedTest
    @CsvSource({"ticket-life,0s", "life,-1s", "result-ticket-life,0s", "exchange-timeout,0s", "browser-wait,-1s", "attempts,0",
        "requests-per-minute,0", "keep,0s", "sweep,0s"})
    void whenAValueIsOutOfRangeThenRefused(String name, String value) {
        refused(name, value);
    }

    @Test
    void whenNothingIsSetThenThatIsOnlyWrongOnceTheJobIsOn() {
        IdentificationSettings settings = settings("start-page", "true");

        assertThatThrownBy(() -> settings.url("/x")).hasMessageStartingWith("eid.identification.public-url must be set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://shop.example/", "javascript:alert(1)", "data:text/html,x", "/back", "https://shop.example/#x", "https:/x",
        "https://u@shop.example/", "myapp://back"})
    void whenAReturnUrlIsNoneThenRefused(String url) {
        assertThatThrownBy(() -> client(url)).rootCause().hasMessageStartingWith("eid.access.clients: each of return-urls must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/back?a=b", "http://localhost:9080/partner/back", "http://127.0.0.1:9080/", "example.shop.app://back"})
    void whenAReturnUrlIsOneThenTaken(String url) {
        assertThat(client(url).returnUrls()).containsExactly(url);
    }

    private static AccessSettings.Client client(String url) {
        return new Binder(new MapConfigurationPropertySource(Map.of("c.password", "x", "c.return-urls[0]", url)))
                .bind("c", AccessSettings.Client.class).get();
    }

    private static IdentificationSettings settings(String name, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of("eid.identification." + name, value)))
                .bind("eid.identification", IdentificationSettings.class).get();
    }

    private static void refused(String name, String value) {
        assertThatThrownBy(() -> settings(name, value)).rootCause().hasMessageContaining(
                name.equals("public-url") ? "eid.identification.public-url must" : "eid.identification");
    }
}
