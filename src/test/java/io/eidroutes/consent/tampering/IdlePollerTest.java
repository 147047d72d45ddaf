package io.eidroutes.consent.tampering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.consent.answer.AnswerTest;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import io.eidroutes.smev.AnswerInHand;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A poller drains the queue without a pause while it yields. What must not be believed is no yield, or it would spin. */
class IdlePollerTest extends AnswerTest {

    @Autowired
    private CamelContext camel;

    /** For each poll that found an answer: whether the next poll follows without a pause. */
    private final List<Boolean> goesOn = new CopyOnWriteArrayList<>();

    private final EventNotifierSupport polls = new EventNotifierSupport() {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeCompletedEvent || event instanceof CamelEvent.ExchangeFailedEvent) {
                Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
                if (exchange.getFromRouteId().startsWith("poll-smev") && AnswerInHand.in(exchange).isPresent()) {
                    goesOn.add(exchange.getProperty(Exchange.SCHEDULER_POLLED_MESSAGES, false, Boolean.class));
                }
            }
        }
    };

    @BeforeEach
    void watchPolls() {
        polls.start();
        camel.getManagementStrategy().addEventNotifier(polls);
        camel.getCamelContextExtension().setEventNotificationApplicable(true);
        smev().settings(smev().settings().withRedeliverAfterMillis(0));
    }

    @AfterEach
    void watchNoMore() {
        camel.getCamelContextExtension().setEventNotificationApplicable(false);
        camel.getManagementStrategy().removeEventNotifier(polls);
        smev().reset();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_KEY", "DOCTYPE"})
    void whenEveryDeliveryIsBadThenThePollerPausesAfterEachAndDrainsOnceOneIsGood(Defect defect) throws Exception {
        smev().next(Scenario.of(Effect.Defective.with(defect)).on(Operation.GET_RESPONSE).always());

        String id = sent(example());

        await().untilAsserted(() -> assertThat(goesOn).hasSizeGreaterThanOrEqualTo(3));
        assertThat(goesOn).doesNotContain(true);
        smev().dropScenarios();
        await().untilAsserted(() -> assertThat(goesOn).contains(true));
        await().untilAsserted(() -> assertThat(read(id).path("response").toString()).isEqualTo(SUCCEEDED));
    }
}
