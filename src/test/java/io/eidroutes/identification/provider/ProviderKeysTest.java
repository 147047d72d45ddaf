package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the provider's keys are fetched, and which are used when they cannot be. */
class ProviderKeysTest extends ExchangeTest {

    private final Passport passport = new Passport(Map.of());

    @Override
    Passport passport() {
        return passport;
    }

    @AfterEach
    void close() {
        passport.close();
    }

    @Test
    void whenLoginsFollowEachOtherThenTheKeysAreFetchedOnce() {
        for (int login = 0; login < 5; login++) {
            assertIdentified();
        }
        assertThat(provider().asked(JWKS)).hasSize(1);
    }

    @Test
    void whenAllKeysAreReplacedThenTheFirstLoginHeals() {
        assertIdentified();
        rotate();

        assertIdentified();
        assertThat(provider().asked(JWKS)).hasSize(2);
    }

    @Test
    void whenAKeyIsReplacedUnderItsOldIdThenTheFirstLoginHeals() {
        assertIdentified();
        var replaced = IdTokens.rsa("key-1", 2048);
        provider().answer(JWKS, FakeProvider.Answer.json(200, IdTokens.jwks(replaced)));
        idToken(IdTokens.signed(IdTokens.header(), IdTokens.claims().toString(), replaced));

        assertIdentified();
    }

    @Test
    void whenManyLoginsNeedTheNewKeysThenTheyAreFetchedOnce() {
        assertIdentified();
        rotate();
        provider().forget();

        List<CompletableFuture<Boolean>> logins = Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> passport.exchange().isIdentified())).limit(8).toList();

        assertThat(logins).allSatisfy(login -> assertThat(login.join()).isTrue());
        assertThat(provider().asked(JWKS)).hasSize(1);
    }

    @Test
    void whenBadTokensFollowEachOtherThenTheKeysAreFetchedAtMostOnceAPause() {
        try (Passport slow = new Passport(Map.of("eid.aitu.jwks-pause", "1h"))) {
            assertThat(slow.exchange().isIdentified()).isTrue();
            slow.provider().answer(TOKEN, Passport.tokens(unknown()));

            CompletableFuture<Passport.Outcome> waits = CompletableFuture.supplyAsync(slow::exchange);

            await().until(() -> slow.provider().asked(TOKEN).size() == 2);
            assertThat(waits).isNotDone();
            assertThat(slow.provider().asked(JWKS)).hasSize(1);
        }
    }

    @Test
    void whenThereAreNoKeysThenTheCodeIsNotSent() {
        provider().answer(JWKS, FakeProvider.Answer.json(500, ""));

        assertRefused(passport.exchange(), "id-token", "keys-unavailable", "retry-later");
        assertThat(provider().asked(TOKEN)).isEmpty();
    }

    @Test
    void whenThereAreKeysAgainThenLoginsGoOn() {
        provider().answer(JWKS, FakeProvider.Answer.json(200, "{\"keys\":[]}"));
        assertRefused(passport.exchange(), "id-token", "keys-unavailable", "retry-later");
        passport.behave();

        assertIdentified();
    }

    @Test
    void whenTheKeysAreAwayThenTheLastGoodOnesStayInUse() {
        assertIdentified();
        for (FakeProvider.Answer bad : List.of(FakeProvider.Answer.json(503, ""), FakeProvider.Answer.json(200, "<html>"),
                FakeProvider.Answer.json(200, "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\"}]}"),
                FakeProvider.Answer.of(302, "Location: /elsewhere\r\n", new byte[0]))) {
            provider().answer(JWKS, bad);
            idToken(unknown());
            assertRefused(passport.exchange(), "id-token", "keys-unavailable", "retry-later");

            idToken(IdTokens.claims());
            assertIdentified();
        }
    }

    @Test
    void whenAFetchHangsThenLoginsWithKnownKeysDoNotWait() {
        try (Passport patient = new Passport(Map.of("eid.aitu.http.deadline", "1h"))) {
            assertThat(patient.exchange().isIdentified()).isTrue();
            CountDownLatch hanging = new CountDownLatch(1);
            patient.provider().answer(JWKS, (asked, out) -> {
                hanging.countDown();
                Endless.silence(asked, out);
            });
            patient.provider().answer(TOKEN, Passport.tokens(unknown()));
            CompletableFuture<Passport.Outcome> waits = CompletableFuture.supplyAsync(patient::exchange);
            await().until(() -> hanging.getCount() == 0);
            patient.provider().answer(TOKEN, Passport.tokens(IdTokens.signed(IdTokens.claims())));

            assertThat(patient.exchange().isIdentified()).isTrue();
            assertThat(waits).isNotDone();
        }
    }

    @Test
    void whenTheKeysTrickleThenTheFetchEnds() {
        assertIdentified();
        provider().answer(JWKS, Endless::trickleOfBody);
        idToken(unknown());

        assertRefused(passport.exchange(), "id-token", "keys-unavailable", "retry-later");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            passport.behave();
            assertIdentified();
        });
    }

    private void rotate() {
        provider().answer(JWKS, FakeProvider.Answer.json(200, IdTokens.jwks(IdTokens.OTHER_KEY)));
        idToken(IdTokens.signed(IdTokens.header().put("kid", "key-2"), IdTokens.claims().toString(), IdTokens.OTHER_KEY));
    }

    private static String unknown() {
        return IdTokens.signed(IdTokens.header().put("kid", "key-9"), IdTokens.claims());
    }
}
