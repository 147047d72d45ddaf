package io.eidroutes.desk;

import java.time.Instant;
import java.util.Map;

/**
 * What an operator is shown of something that could not be brought to its end.
 *
 * @param id     by which it is put back or dropped
 * @param since  when it was given up
 * @param reason code of the last failure, from the catalogue; empty where none is known
 * @param about  what else is known of it; nothing of its content and nothing personal
 */
public record DeadLetter(String id, Instant since, String reason, Map<String, String> about) {
}
