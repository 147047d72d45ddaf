package io.eidroutes.consent;

import io.eidroutes.WrongSetting;
import io.eidroutes.smev.SmevSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The life of a claim.
 *
 * @param waitDefault       how long an HTTP caller waits who does not say ({@code Prefer: wait=N})
 * @param waitMaximum       the longest wait that is granted; a longer one is capped and reported
 * @param retryAfter        what 202 advises in {@code Retry-After}
 * @param endOfLife         the deadline of a claim; it is sent to СМЭВ as {@code EOL} and ends the waiting
 * @param sameContentWindow within it the same content under another key is flagged
 * @param foreignAnswers    what to do with an answer in the queue that belongs to no claim of ours
 * @param foreignQueue      the JMS queue that foreign answers are forwarded to; demanded where they are
 * @param dispatch          sending
 * @param backlog           how many claims may be open
 * @param keep              how long what is kept
 */
@Validated
@ConfigurationProperties("eid.consent")
public record ConsentSettings(
        @DefaultValue("30s") @NotNull Duration waitDefault,
        @DefaultValue("120s") @NotNull Duration waitMaximum,
        @DefaultValue("5s") @NotNull Duration retryAfter,
        @DefaultValue("7d") @NotNull Duration endOfLife,
        @DefaultValue("24h") @NotNull Duration sameContentWindow,
        @DefaultValue("keep") @NotNull ForeignAnswers foreignAnswers,
        Optional<String> foreignQueue,
        @DefaultValue @Valid Dispatch dispatch,
        @DefaultValue @Valid Backlog backlog,
        @DefaultValue @Valid Keep keep) {

    public ConsentSettings {
        foreignQueue = foreignQueue == null ? Optional.empty() : foreignQueue.filter(name -> !name.isBlank());
        require(foreignAnswers != ForeignAnswers.FORWARD || foreignQueue.isPresent(),
                "eid.consent.foreign-queue must name a JMS queue where eid.consent.foreign-answers is forward");
        require(waitDefault.compareTo(waitMaximum) <= 0, "eid.consent.wait-default must not exceed eid.consent.wait-maximum");
        require(endOfLife.compareTo(Duration.ofSeconds(1)) >= 0, "eid.consent.end-of-life must be at least a second");
    }

    /**
     * @param requestTimeout {@code spring.mvc.async.request-timeout}
     * @throws WrongSetting where it ends before a wait does
     */
    public void requireBeside(Duration requestTimeout) {
        if (requestTimeout.compareTo(waitMaximum) <= 0) {
            throw new WrongSetting("spring.mvc.async.request-timeout",
                    "it must be above eid.consent.wait-maximum, or a wait would end in 503");
        }
    }

    /**
     * How claims are sent.
     *
     * @param workers     claims that are on their way to СМЭВ at the same time
     * @param lease       for how long a node owns a claim that it sends; afterwards another node may take it over
     * @param interval    how often the store is asked for work of which nobody told this node
     * @param retryFirst  pause before the first retry; it doubles with each
     * @param retryMost   longest pause between retries
     * @param retryLater  pause before a new attempt after something that an operator must mend
     * @param reissueMost most MessageIDs that a claim may use
     */
    public record Dispatch(
            @DefaultValue("16") @Min(1) @Max(256) int workers,
            @DefaultValue("3m") @NotNull Duration lease,
            @DefaultValue("1s") @NotNull Duration interval,
            @DefaultValue("1s") @NotNull Duration retryFirst,
            @DefaultValue("5m") @NotNull Duration retryMost,
            @DefaultValue("10m") @NotNull Duration retryLater,
            @DefaultValue("4") @Min(1) @Max(10) int reissueMost) {

        public Dispatch {
            requirePositive("eid.consent.dispatch.lease", lease);
            requirePositive("eid.consent.dispatch.interval", interval);
            requirePositive("eid.consent.dispatch.retry-first", retryFirst);
            requirePositive("eid.consent.dispatch.retry-most", retryMost);
            requirePositive("eid.consent.dispatch.retry-later", retryLater);
        }

        /** @throws WrongSetting where a lease may end before a call does */
        public void requireBeside(SmevSettings.Http http) {
            if (lease.compareTo(http.responseTimeout()) <= 0) {
                throw new WrongSetting("eid.consent.dispatch.lease", "a lease must outlast the longest call to SMEV, which may take "
                        + http.responseTimeout().toSeconds() + " s by eid.smev.http.response-timeout");
            }
        }
    }

    /**
     * How many claims may be open before no more are accepted.
     *
     * @param high     so many and none is accepted
     * @param low      until there are no more than so many
     * @param interval how often the store counts them
     */
    public record Backlog(
            @DefaultValue("100000") @Min(1) int high,
            @DefaultValue("90000") @Min(0) int low,
            @DefaultValue("5s") @NotNull Duration interval) {

        public Backlog {
            require(low < high, "eid.consent.backlog.low must be below eid.consent.backlog.high");
            requirePositive("eid.consent.backlog.interval", interval);
        }
    }

    /**
     * Retention.
     *
     * @param answers contents of answers, after the claim is final
     * @param ids     claims without content and their MessageIDs, after the claim is final
     * @param quarantine messages of СМЭВ in quarantine, after they came last
     * @param sweep   how often what is over its time is erased
     */
    public record Keep(
            @DefaultValue("30d") @NotNull Duration answers,
            @DefaultValue("90d") @NotNull Duration ids,
            @DefaultValue("90d") @NotNull Duration quarantine,
            @DefaultValue("10m") @NotNull Duration sweep) {

        public Keep {
            requirePositive("eid.consent.keep.answers", answers);
            requirePositive("eid.consent.keep.ids", ids);
            requirePositive("eid.consent.keep.quarantine", quarantine);
            requirePositive("eid.consent.keep.sweep", sweep);
            require(ids.compareTo(answers) >= 0, "eid.consent.keep.ids must not be shorter than eid.consent.keep.answers");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        require(duration.toMillis() >= 1, name + " must be positive");
    }

    private static void require(boolean holds, String demand) {
        if (!holds) {
            throw new IllegalArgumentException(demand);
        }
    }
}
