package io.eidroutes.simulator.smev;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;

/**
 * One thing that goes otherwise than well. In JSON the member {@code do} names it: {@code {"do":"fault","name":"SMEVFailure"}}.
 * A text left out is empty, a number 0, a list empty; each then has the meaning its record tells.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.Fault.class, name = "fault"),
    @JsonSubTypes.Type(value = Effect.Http.class, name = "http"),
    @JsonSubTypes.Type(value = Effect.Close.class, name = "close"),
    @JsonSubTypes.Type(value = Effect.Slow.class, name = "slow"),
    @JsonSubTypes.Type(value = Effect.Trickle.class, name = "trickle"),
    @JsonSubTypes.Type(value = Effect.Esia.class, name = "esia"),
    @JsonSubTypes.Type(value = Effect.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Effect.Interim.class, name = "interim"),
    @JsonSubTypes.Type(value = Effect.AsyncStatus.class, name = "asyncStatus"),
    @JsonSubTypes.Type(value = Effect.Never.class, name = "never"),
    @JsonSubTypes.Type(value = Effect.Late.class, name = "late"),
    @JsonSubTypes.Type(value = Effect.Duplicate.class, name = "duplicate"),
    @JsonSubTypes.Type(value = Effect.Foreign.class, name = "foreign"),
    @JsonSubTypes.Type(value = Effect.Defective.class, name = "defective")
})
public sealed interface Effect {

    /** Whether it shapes what comes through the queue rather than the HTTP exchange at hand. */
    default boolean concernsAnswer() {
        return true;
    }

    /**
     * A SOAP fault; nothing is accepted.
     *
     * @param name             the element in {@code detail}; one of those of the signature goes inside
     *                         SignatureVerificationFault
     * @param description      empty: the name serves as the faultstring
     * @param withoutDetail    {@code detail} is left out
     * @param validationErrors of InvalidContent
     */
    record Fault(String name, String code, String description, boolean withoutDetail, List<String> validationErrors)
            implements Effect {
        public Fault {
            name = orEmpty(name);
            code = orEmpty(code);
            description = orEmpty(description);
            validationErrors = validationErrors == null ? List.of() : List.copyOf(validationErrors);
        }

        /** With a code and a description of no importance. */
        public static Fault named(String name) {
            return new Fault(name, "SMEV-1", "Описание отказа " + name, false, List.of());
        }

        @Override
        public boolean concernsAnswer() {
            return false;
        }
    }

    /**
     * An HTTP answer that СМЭВ did not write. Status 200 with any body is the unreadable answer.
     *
     * @param status          0: 502
     * @param body            empty: an HTML page
     * @param contentType     empty: text/html
     * @param afterAcceptance СМЭВ did its work, and only the answer was lost
     */
    record Http(int status, String body, String contentType, boolean afterAcceptance) implements Effect {
        public Http {
            status = status == 0 ? 502 : status;
            body = orEmpty(body).isEmpty() ? "<html><body><h1>" + status + "</h1></body></html>" : body;
            contentType = orEmpty(contentType).isEmpty() ? "text/html" : contentType;
        }

        @Override
        public boolean concernsAnswer() {
            return false;
        }
    }

    /** The connection breaks. */
    record Close(Moment moment) implements Effect {
        /** When it breaks; BEFORE_READING cannot depend on the text of the request. */
        public enum Moment { BEFORE_READING, BEFORE_ACCEPTANCE, AFTER_ACCEPTANCE, MID_ANSWER }

        public Close {
            moment = moment == null ? Moment.AFTER_ACCEPTANCE : moment;
        }

        @Override
        public boolean concernsAnswer() {
            return false;
        }
    }

    /** The HTTP answer is held back this long, after the work was done. */
    record Slow(long millis) implements Effect {
        @Override
        public boolean concernsAnswer() {
            return false;
        }
    }

    /** The HTTP answer comes a byte at a time, with so long a pause before each, after the work was done. */
    record Trickle(long millis) implements Effect {
        @Override
        public boolean concernsAnswer() {
            return false;
        }
    }

    /**
     * The content of ESIA's answer, whatever was asked.
     *
     * @param status    empty: SUCCEEDED without errors, else FAULT
     * @param personOid left out when empty
     * @param errors    one {@code errorStatusInfo} each
     */
    record Esia(String status, String personOid, List<EsiaError> errors) implements Effect {
        public Esia {
            errors = errors == null ? List.of() : List.copyOf(errors);
            status = orEmpty(status).isEmpty() ? (errors.isEmpty() ? "SUCCEEDED" : "FAULT") : status;
            personOid = orEmpty(personOid);
        }

        /** FAULT with one error. */
        public static Esia fault(String code, String message) {
            return new Esia("FAULT", "", List.of(new EsiaError(code, message)));
        }
    }

    /** RequestRejected, one element a reason; {@code code} is the RejectionReasonCode. */
    record Rejected(List<EsiaError> reasons) implements Effect {
        public Rejected {
            reasons = List.copyOf(reasons);
        }

        /** With one reason. */
        public static Rejected of(String code, String description) {
            return new Rejected(List.of(new EsiaError(code, description)));
        }
    }

    /**
     * RequestStatus before the final answer.
     *
     * @param count how many; 0: one
     * @param code  empty: 1
     */
    record Interim(int count, String code, String description) implements Effect {
        public Interim {
            count = Math.max(count, 1);
            code = orEmpty(code).isEmpty() ? "1" : code;
            description = orEmpty(description).isEmpty() ? "Запрос принят в работу" : description;
        }
    }

    /**
     * AsyncProcessingStatus. A final category takes the place of the answer; after another one the answer follows.
     *
     * @param category           empty: requestIsRejectedBySmev
     * @param details            left out when empty
     * @param faultName          the type of SmevFault as in {@code InvalidContent}; empty with an empty code: no SmevFault
     * @param wrongOuterOriginal only the inner OriginalMessageId is that of the request
     */
    record AsyncStatus(String category, String details, String faultName, String faultCode, String faultDescription,
                       boolean wrongOuterOriginal) implements Effect {
        private static final Set<String> FINAL =
                Set.of("requestIsRejectedBySmev", "cancelled", "messageIsArchived", "doesNotExist");

        public AsyncStatus {
            category = orEmpty(category).isEmpty() ? "requestIsRejectedBySmev" : category;
            details = orEmpty(details);
            faultName = orEmpty(faultName);
            faultCode = orEmpty(faultCode);
            faultDescription = orEmpty(faultDescription);
        }

        boolean isFinal() {
            return FINAL.contains(category);
        }
    }

    /** The answer never comes. */
    record Never() implements Effect {
    }

    /** The answer comes this much later than the settings say. */
    record Late(long millis) implements Effect {
    }

    /** The answer comes twice: the same MessageId again after its Ack, or {@code differing} with an id and a content of its own. */
    record Duplicate(boolean differing) implements Effect {
    }

    /** An answer to a request that is not ours comes first; {@code instead}: and ours never. */
    record Foreign(boolean instead) implements Effect {
    }

    /**
     * Something is wrong with the answer.
     *
     * @param size of {@link Defect#HUGE} in characters (0: 8 Mi), of {@link Defect#DEEP} in levels (0: 20 000)
     */
    record Defective(Defect defect, int size) implements Effect {
        public Defective {
            if (defect == null) {
                throw new IllegalArgumentException("defective needs a defect");
            }
        }

        /** In the default size. */
        public static Defective with(Defect defect) {
            return new Defective(defect, 0);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
