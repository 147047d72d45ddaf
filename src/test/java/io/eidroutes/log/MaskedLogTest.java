package io.eidroutes.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Whoever logs it, and however: what has the form of personal data or of a secret does not reach the log. */
class MaskedLogTest {

    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger log = context.getLogger("somebody.elses.Library");
    private final PatternLayout layout = new PatternLayout();

    @BeforeEach
    void begin() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(MaskedLog.over(written));
        written.setContext(context);
        written.start();
        layout.setContext(context);
        layout.setPattern("%m %ex");
        layout.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"900517400019", "112-233-445 95", "11223344595", "77071234567", "+77071234567",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "Basic ZGVtbzpkZW1v", "Bearer abcdef0123456789",
        "https://demo:secretword@host/", "?code=abcdef0123&x=1", "&state=abcdef0123", "password=hunter22"})
    void whenALineHoldsItThenItIsMasked(String personal) {
        log.info("Got {} from somewhere", personal);
        log.info("Got " + personal + ".");
        log.warn("It broke", new IllegalStateException("with " + personal, new IllegalArgumentException(personal + " too")));

        assertThat(written.list).hasSize(3).allSatisfy(event -> assertThat(layout.doLayout(event))
                .contains("***").doesNotContain(personal).doesNotContainPattern("\\d{5}|abcdef|eyJ|ZGVt|secretword|hunter"));
        assertThat(written.list.get(2).getThrowableProxy().getStackTraceElementProxyArray()).isNotEmpty();
    }

    @Test
    void whenOnlyASuppressedExceptionHoldsItThenItIsMasked() {
        IllegalStateException thrown = new IllegalStateException("closed");
        thrown.addSuppressed(new IllegalArgumentException("of 900517400019"));

        log.warn("It broke", thrown);

        assertThat(layout.doLayout(written.list.get(0))).contains("closed", "of ***").doesNotContain("900517400019");
    }

    @Test
    void whenALineHoldsIdsThenTheyStay() {
        String line = "Claim 01a204a2-cc72-75da-be08-123456789012 of ОГРН 1027700198767 took 1763838476123 ns, message "
                + UUID.randomUUID() + ", trace 4bf92f3577b34da6a3ce929d0e0e4736";

        log.info(line);

        assertThat(written.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage()).isEqualTo(line));
    }
}
