package io.eidroutes.identification.person;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code eid.coid.file}: requests for personal data that come as files. The door is there where an inbox is set; the
 * other folders and the client are demanded then. Folders are for their owner alone (mode 0700) and are made where they
 * are not there.
 *
 * @param inbox    where {@code {iin, requestId}} comes as {@code NAME.json}
 * @param outbox   where {@code NAME.response.json} and {@code NAME.meta.json} are written
 * @param rejected where what is refused is moved, with {@code NAME.problem.json}
 * @param client   the client of {@code eid.access.clients} whose files they are
 * @param settle   how long a file must not have changed before it is taken
 * @param poll     how often the inbox is looked at
 * @param retry    pause before the adapter is asked again, or the file is taken again
 * @param keep     how long an answer stays that nobody took away, and how long what was refused
 */
@ConfigurationProperties(CoidFileSettings.NAME)
record CoidFileSettings(
        Optional<String> inbox,
        Optional<String> outbox,
        Optional<String> rejected,
        Optional<String> client,
        @DefaultValue("2s") Duration settle,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") Duration retry,
        @DefaultValue("7d") Duration keep) {

    static final String NAME = "eid.coid.file";
    /** The setting that opens the door. */
    static final String INBOX = NAME + ".inbox";

    CoidFileSettings {
        inbox = given(inbox);
        outbox = given(outbox);
        rejected = given(rejected);
        client = given(client);
        require(!settle.isNegative() && !settle.isZero(), "settle must be positive");
        require(!poll.isNegative() && !poll.isZero(), "poll must be positive");
        require(!retry.isNegative() && !retry.isZero(), "retry must be positive");
        require(keep.compareTo(Duration.ofHours(1)) >= 0, "keep must be at least an hour");
    }

    private static Optional<String> given(Optional<String> value) {
        return value == null ? Optional.empty() : value.filter(text -> !text.isBlank());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(NAME + "." + sentence);
        }
    }
}
