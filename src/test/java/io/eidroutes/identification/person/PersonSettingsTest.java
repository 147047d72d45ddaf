package io.eidroutes.identification.person;

import io.eidroutes.delivery.DeliverySettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Wrong settings stop the start with one sentence that names the setting and never the value. */
class PersonSettingsTest {

    private static final Map<String, String> COID = Map.of("base", "http://127.0.0.1:1", "login", "l", "password", "p");

    /** Settings {@code eid.coid} that work, with those. */
    static CoidSettings coid(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(COID);
        all.putAll(changed);
        return bind("eid.coid", all, CoidSettings.class);
    }

    private static <T> T bind(String prefix, Map<String, String> settings, Class<T> type) {
        Map<String, String> named = settings.entrySet().stream()
                .collect(Collectors.toMap(setting -> prefix + "." + setting.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate(prefix, type);
    }

    @Test
    void whenNothingIsSetThenTheDefaultsAreThoseOfTheDocumentation() {
        CoidSettings settings = bind("eid.coid", Map.of(), CoidSettings.class);

        assertThat(settings.base()).isEmpty();
        assertThat(settings.path()).isEqualTo("/v1/personal-data");
        assertThat(settings.method()).isEqualTo(CoidSettings.Method.POST);
        assertThat(settings.photo()).isFalse();
        assertThat(settings.onOtherPerson()).isEqualTo(CoidSettings.OnOtherPerson.REFUSE);
        assertThat(settings.maxAnswerBytes()).isEqualTo(10 * 1024 * 1024);
        assertThat(settings.fetch().giveUp()).isEqualTo(Duration.ofHours(24));
        assertThat(bind("eid.delivery", Map.of(), DeliverySettings.class).webhooks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"base, ftp://secret-value, eid.coid.base", "base, http://user:secret-value@host, eid.coid.base",
        "base, http://host/?a=secret-value, eid.coid.base", "path, secret-value, eid.coid.path",
        "login, secret-value:x, eid.coid.login", "max-answer-bytes, 1, eid.coid.max-answer-bytes",
        "fetch.lease, 1s, eid.coid.fetch.lease", "fetch.give-up, 0s, eid.coid.fetch.give-up",
        "fetch.workers, 0, eid.coid.fetch.workers", "keep.codes, 1m, eid.coid.keep.codes",
        "keep.results, 0s, eid.coid.keep.results", "http.deadline, 0s, eid.coid.http.deadline"})
    void whenASettingIsWrongThenTheSentenceNamesItAndNotTheValue(String name, String value, String named) {
        assertThatThrownBy(() -> coid(Map.of(name, value))).hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause().message().startsWith(named).doesNotContain("secret-value");
    }

    @ParameterizedTest
    @CsvSource({"http://partner.example/hook, 0123456789abcdef0123456789abcdef, the url must be https",
        "https://user@partner.example/hook, 0123456789abcdef0123456789abcdef, the url must be https",
        "https://partner.example/hook, too-short, the secret must have at least 32"})
    void whenAWebhookIsNotSafeThenTheStartStops(String url, String secret, String sentence) {
        assertThatThrownBy(() -> bind("eid.delivery", Map.of("webhooks.shop.url", url, "webhooks.shop.secret", secret),
                DeliverySettings.class)).hasMessageContaining("eid.delivery.webhooks.shop")
                .rootCause().message().contains(sentence).doesNotContain(secret);
    }

    @Test
    void whenAClientHasTwoChannelsThenTheStartStops() {
        assertThatThrownBy(() -> bind("eid.delivery", Map.of("webhooks.shop.url", "https://partner.example/hook", "webhooks.shop.secret",
                "0123456789abcdef0123456789abcdef", "files.shop", "folder"), DeliverySettings.class))
                .rootCause().message().isEqualTo("eid.delivery: a client must have one channel, one of webhooks, queues or files");
        assertThat(bind("eid.delivery", Map.of("files.shop", "folder"), DeliverySettings.class).channelOf("shop")).contains("file");
    }

    @ParameterizedTest
    @CsvSource({"base, eid.coid.base", "login, eid.coid.login", "password, eid.coid.password"})
    void whenTheJobIsOnWithoutTheAdapterThenTheStartStops(String missing, String named) {
        CoidSettings settings = coid(Map.of(missing, ""));

        assertThatThrownBy(() -> settings.requireBeside(URI.create("http://127.0.0.1:1")))
                .hasMessageStartingWith("Setting " + named);
    }

    @Test
    void whenThePublishedPasswordMeetsTheProductionStandThenTheStartStops() {
        CoidSettings settings = coid(Map.of("password", "coidtestpassword"));

        assertThatThrownBy(() -> settings.requireBeside(URI.create("https://passport.aitu.io")))
                .hasMessageStartingWith("Setting eid.coid.password").hasMessageNotContaining("coidtestpassword");
    }

    @Test
    void whenSettingsAreShownThenSecretsAreNot() {
        assertThat(coid(Map.of("password", "secret-value")).toString()).doesNotContain("secret-value");
        assertThat(new DeliverySettings.Webhook(URI.create("https://partner.example/?key=secret-value"),
                "secret-value-0123456789abcdef0123456789").toString()).doesNotContain("secret-value");
    }
}
