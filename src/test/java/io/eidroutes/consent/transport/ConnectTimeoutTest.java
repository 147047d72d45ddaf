package io.eidroutes.consent.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody at the endpoint takes the connection: it is neither accepted nor refused. */
class ConnectTimeoutTest extends NotSentTest {

    /** More than a queue of one holds. */
    private static final int WAITING = 4;

    private final List<SocketChannel> waiting = new ArrayList<>();
    private ServerSocket busy;

    @Override
    @AfterEach
    void mend() {
        try {
            for (SocketChannel one : waiting) {
                one.close();
            }
            busy.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        super.mend();
    }

    @Test
    void whenTheConnectionIsNotTakenInTimeThenTheClaimIsHeldUntilItIs() throws Exception {
        FRONT.close();
        busy = new ServerSocket();
        busy.setReuseAddress(true);
        busy.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), FRONT.port()), 1);
        for (int i = 0; i < WAITING; i++) {
            SocketChannel one = SocketChannel.open();
            one.configureBlocking(false);
            one.connect(busy.getLocalSocketAddress());
            waiting.add(one);
        }

        assertHeldUntilMended("connect-timeout");
    }
}
