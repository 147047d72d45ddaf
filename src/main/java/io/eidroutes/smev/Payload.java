package io.eidroutes.smev;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a response carries: one of the four alternatives of {@code SenderProvidedResponseData}. */
public sealed interface Payload {

    /**
     * The business response.
     *
     * @param xml the single child of {@code MessagePrimaryContent} as a document of its own, in UTF-8
     */
    record Content(byte[] xml) implements Payload {
    }

    /**
     * The provider refused the request; final.
     *
     * @param rejections the reasons, at least one
     */
    record Rejected(List<Rejection> rejections) implements Payload {
        public Rejected {
            rejections = List.copyOf(rejections);
        }
    }

    /**
     * One reason for a refusal.
     *
     * @param code        for instance {@code NO_DATA}; empty where the answer lacks it
     * @param description may quote personal values; empty where the answer lacks it
     */
    record Rejection(String code, String description) {
    }

    /**
     * A word of the provider on how far the request is; never final.
     *
     * @param code        the provider's own code; empty where the answer lacks it
     * @param description may quote personal values; empty where the answer lacks it
     * @param parameters  in the order of the answer
     */
    record Status(String code, String description, Map<String, String> parameters) implements Payload {
    }

    /**
     * СМЭВ's own word on the request.
     *
     * @param category         for instance {@code requestIsRejectedBySmev}
     * @param details          may quote personal values
     * @param faultCode        code of the {@code SmevFault}
     * @param faultDescription its description; may quote personal values
     */
    record AsyncStatus(
            Optional<String> category,
            Optional<String> details,
            Optional<String> faultCode,
            Optional<String> faultDescription) implements Payload {
    }
}
