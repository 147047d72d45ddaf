package io.eidroutes.smev;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/** What the polls of СМЭВ's queue bring: {@code eid_smev_polls_total{outcome}}, {@code answer}, {@code empty} or {@code failed}. */
final class PollYield extends RoutePolicySupport {

    private final Counter answer;
    private final Counter empty;
    private final Counter failed;

    PollYield(MeterRegistry meters) {
        answer = counter(meters, "answer");
        empty = counter(meters, "empty");
        failed = counter(meters, "failed");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("eid.smev.polls").tag("outcome", outcome)
                .description("Polls of SMEV's queue").register(meters);
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.getException() != null) {
            failed.increment();
        } else if (exchange.getMessage().getBody() == null) {
            empty.increment();
        } else {
            answer.increment();
        }
    }
}
