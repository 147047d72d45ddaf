package io.eidroutes.identification.person.queue;

import io.eidroutes.broker.BrokerClient;
import io.eidroutes.identification.person.PersonTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;

/** Personal data by queues, as a plain JMS client of the embedded broker sees it. */
abstract class PersonQueueTest extends PersonTest {

    static final String REQUESTS = "eid.personal-data";
    static final String REPLIES = "bank.replies";
    static final String DEAD = "DLQ";

    BrokerClient client;

    @Autowired
    private ArtemisProperties artemis;

    @BeforeEach
    void connect() throws Exception {
        client = BrokerClient.of("vm://" + artemis.getEmbedded().getServerId());
        client.drain(REPLIES, DEAD, "eid.answers", RESULTS);
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }
}
