package io.eidroutes.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is kept for ever. Whoever adds a table says here what ends its rows, and shows it in the contract of the store
 * that it belongs to, which runs on H2 and on PostgreSQL.
 */
class EveryTableHasAnEndTest {

    private static final Map<String, String> ENDS = Map.ofEntries(
            Map.entry("claim", "eid.consent.keep.ids after the final state, which the deadline brings"),
            Map.entry("open_claim", "the final state"),
            Map.entry("attempt", "with its claim; the envelope with the final state"),
            Map.entry("outcome", "with its claim; the response after eid.consent.keep.answers"),
            Map.entry("delivery", "delivered, dropped, or eid.consent.keep.answers"),
            Map.entry("answer", "eid.consent.keep.ids; the content after eid.consent.keep.answers"),
            Map.entry("quarantine", "believed, dropped, or eid.consent.keep.quarantine"),
            Map.entry("identification", "eid.identification.keep"),
            Map.entry("authorization_attempt", "with its identification"),
            Map.entry("personal_data_fetch", "fetched, failed, or eid.coid.fetch.give-up"),
            Map.entry("personal_data_result", "delivered, erased, or eid.coid.keep.results"),
            Map.entry("result_delivery", "delivered, dropped, or eid.coid.keep.results after eid.delivery.give-up"),
            Map.entry("exchanged_code", "eid.coid.keep.codes"),
            Map.entry("request_renewal", "eid.coid.keep.renewals"),
            Map.entry("smev_node", "silent, and every claim that was sent before has ended"));

    @Test
    void whenATableIsAddedThenItsEndIsNamed(@TempDir Path folder) throws Exception {
        TestDatabase database = TestDatabase.h2(folder.resolve("store"));
        List<String> tables = database.jdbc().sql("""
                select lower(table_name) from information_schema.tables
                where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'
                """).query(String.class).list();
        database.close();

        assertThat(tables).containsExactlyInAnyOrderElementsOf(ENDS.keySet());
    }
}
