package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A message that carries objects is refused, and nothing of it is read. */
class ObjectMessageTest extends QueueTest {

    @Test
    void whenTheMessageHoldsAnObjectThenItIsRefusedAndTheObjectIsNotMade() throws Exception {
        ObjectMessage request = session.createObjectMessage(new Trap());

        sendForReply(request);

        refused(request, REPLIES, "unsupported-media-type");
        assertThat(Trap.SPRUNG).hasValue(0);
    }

    @Test
    void whenTheMessageIsAMapThenItIsRefused() throws Exception {
        MapMessage request = session.createMapMessage();
        request.setString("routing_code", "DEV");

        sendForReply(request);

        refused(request, REPLIES, "unsupported-media-type");
    }

    @Test
    void whenTheMessageIsAStreamOrHasNoBodyThenItIsRefused() throws Exception {
        StreamMessage stream = session.createStreamMessage();
        stream.writeString(example().toString());
        sendForReply(stream);
        refused(stream, REPLIES, "unsupported-media-type");

        Message bare = session.createMessage();
        sendForReply(bare);
        refused(bare, REPLIES, "unsupported-media-type");
    }

    /** Tells when somebody makes an object of it. */
    private static final class Trap implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;
        private static final AtomicInteger SPRUNG = new AtomicInteger();

        @Serial
        private void readObject(ObjectInputStream in) {
            SPRUNG.incrementAndGet();
        }
    }
}
