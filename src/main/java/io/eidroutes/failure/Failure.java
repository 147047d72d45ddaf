package io.eidroutes.failure;

import java.util.List;
import java.util.Objects;

/**
 * The one failure type of the bundle. It is raised by a step, caught by the one {@code onException} of
 * {@code routes/failure/configuration.camel.yaml} and routed by family and code; the branch decides what happens.
 *
 * <p>{@link #getMessage()} holds the family and code alone, so that a failure can be logged or wrapped anywhere.
 * What another system wrote ({@link #reported()}) and what is wrong with a request ({@link #violations()}) may quote
 * personal values: they are for the caller only and are never logged.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "EID-";

    private final Family family;
    private final String code;
    private final transient Reported reported;
    private final transient List<Violation> violations;

    /**
     * What the other side said, for {@code error_status_info} of the documented answer.
     *
     * @param code    the other side's own code, verbatim
     * @param message the other side's own text, verbatim; may quote personal values
     */
    public record Reported(String code, String message) {
        public Reported {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(message, "message");
        }
    }

    private Failure(Family family, String code, Reported reported, List<Violation> violations) {
        super(family.label() + " " + code, null, false, false);
        this.family = family;
        this.code = code;
        this.reported = reported;
        this.violations = List.copyOf(violations);
    }

    /** A failure of ours or of the network: nobody else's words come with it. */
    public static Failure of(Family family, String code) {
        return new Failure(family, code, new Reported(code, ""), List.of());
    }

    /**
     * A failure that another system reported with a code and a text of its own. A code that begins as ours do cannot come
     * from there: it would choose a branch that stands for what we have seen ourselves.
     */
    public static Failure reported(Family family, String code, String reportedCode, String reportedMessage) {
        String routed = code.startsWith(OURS) && code.equals(reportedCode) ? Catalogue.UNDOCUMENTED : code;
        return new Failure(family, routed, new Reported(reportedCode, reportedMessage), List.of());
    }

    /** A refused request, with everything that is wrong with it. */
    public static Failure refused(String code, List<Violation> violations) {
        return new Failure(Family.VALIDATION, code, new Reported(code, ""), violations);
    }

    public Family family() {
        return family;
    }

    /** The code that the routers branch on; unique within the family. */
    public String code() {
        return code;
    }

    public Reported reported() {
        return reported;
    }

    public List<Violation> violations() {
        return violations;
    }
}
