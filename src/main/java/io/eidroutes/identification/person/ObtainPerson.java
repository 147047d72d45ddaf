package io.eidroutes.identification.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.identification.provider.Identified;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/identification/obtain-person.camel.yaml}: from an identified person to a stored result. */
public final class ObtainPerson {

    private static final Logger LOG = LoggerFactory.getLogger(ObtainPerson.class);

    private final FetchQueue fetches;
    private final PersonalDataWork work;
    private final StoredPerson people;
    private final ObjectMapper json;
    private final Duration keep;
    private final Clock clock;

    ObtainPerson(FetchQueue fetches, PersonalDataWork work, StoredPerson people, ObjectMapper json, CoidSettings settings,
            Clock clock) {
        this.fetches = fetches;
        this.work = work;
        this.people = people;
        this.json = json;
        this.keep = settings.keep().results();
        this.clock = clock;
    }

    /**
     * Variables out: {@code iin} and {@code requestId}.
     *
     * @throws Failure coid {@code deadline}: it was tried for long enough
     */
    public void prepare(Exchange exchange, @Variable("fetch") LeasedFetch fetch) {
        if (fetch.pastDeadline()) {
            throw Failure.of(Family.COID, "deadline");
        }
        Identified person = fetch.person().orElseThrow();
        exchange.setVariable("iin", person.iin());
        exchange.setVariable("requestId", person.requestId());
    }

    /**
     * Body in: the adapter's answer. Stores the result, whereupon whoever waits for it goes on.
     *
     * @throws Failure transport {@code EID-LEASE-LOST}
     */
    public void store(@Body ObjectNode answer, @Variable("fetch") LeasedFetch fetch,
            @Variable("warnings") List<Warning> warnings) throws JsonProcessingException {
        ObjectNode result = people.document(fetch.person().orElseThrow());
        result.set("personal_data", answer);
        ArrayNode deviations = result.putArray("warnings");
        for (Warning warning : warnings) {
            deviations.addObject().put("pointer", warning.pointer()).put("rule", warning.rule());
        }
        result.put("fetched_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        fetches.ready(fetch, json.writeValueAsBytes(result), keep);
        LOG.info("Identification {}: the personal data are there", fetch.id());
        work.ended(fetch.id());
    }
}
