package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.delivery.ReturnAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing personal is readable in any column. */
abstract class SecrecyContract extends StoreContract {

    static final String MARKER = "Exampleva-Marker-7301";
    private static final byte[] MARKED = MARKER.getBytes(UTF_8);

    @Test
    void whenPersonalDataAreStoredThenNoColumnShowsThem() {
        plantMarker();

        List<String> tables = jdbc.sql("""
                select table_name from information_schema.tables
                where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
                """).query(String.class).list();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(7);
        int rows = 0;
        for (String table : tables) {
            for (Map<String, Object> row : jdbc.sql("select * from \"" + table + "\"").query().listOfRows()) {
                rows++;
                assertThat(row.values()).as(table).noneMatch(SecrecyContract::showsMarker);
            }
        }
        assertThat(rows).isGreaterThanOrEqualTo(8);
    }

    /** An open claim with an attempt, an ended one, an answer, a message in quarantine: the marker is in each. */
    void plantMarker() {
        store.accept(new NewClaim("shop", "file", Optional.of(MARKER), "TESIA", MARKED, WEEK,
                Optional.of(ReturnAddress.file(MARKER)), Optional.empty()));
        queue.storeAttempt(leased(), messageId(), MARKED);
        UUID ended = acceptedWithReplyTo(MARKER);
        answers.finish(ended, answered(MARKER),
                Optional.of(new ReceivedAnswer("a-1", "o-1", "MessagePrimaryContent", MARKED)));
        answers.quarantine("signature", MARKED);
    }

    private static boolean showsMarker(Object value) {
        String text = value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
        return text.contains(MARKER);
    }
}
