package io.eidroutes.failure;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/**
 * The bean {@code treatments} that the routes of {@code routes/failure} call: hands the treatment to the job that the
 * message belongs to.
 */
public final class TreatmentsByJob {

    /** The job of a message that names none. */
    public static final String DEFAULT_JOB = "consent";

    private final Map<String, Treatments> jobs;

    TreatmentsByJob(List<Treatments> jobs) {
        this.jobs = jobs.stream().collect(Collectors.toUnmodifiableMap(Treatments::job, Function.identity()));
    }

    public void answerCaller(Exchange exchange) {
        of(exchange).answerCaller(exchange);
    }

    public void askUser(Exchange exchange) {
        of(exchange).askUser(exchange);
    }

    public void tellOperator(Exchange exchange) {
        of(exchange).tellOperator(exchange);
    }

    public void keepUnknown(Exchange exchange) {
        of(exchange).keepUnknown(exchange);
    }

    public void noteForOperator(Exchange exchange) {
        of(exchange).noteForOperator(exchange);
    }

    public void endClaim(Exchange exchange) {
        of(exchange).endClaim(exchange);
    }

    public void ignore(Exchange exchange) {
        of(exchange).ignore(exchange);
    }

    public void retrySameMessage(Exchange exchange) {
        of(exchange).retrySameMessage(exchange);
    }

    public void retryLater(Exchange exchange) {
        of(exchange).retryLater(exchange);
    }

    public void reissueMessage(Exchange exchange) {
        of(exchange).reissueMessage(exchange);
    }

    public void treatAsSent(Exchange exchange) {
        of(exchange).treatAsSent(exchange);
    }

    public void alertSecurity(Exchange exchange) {
        of(exchange).alertSecurity(exchange);
    }

    public void quarantineAnswer(Exchange exchange) {
        of(exchange).quarantineAnswer(exchange);
    }

    private Treatments of(Exchange exchange) {
        String job = exchange.getVariable("job", DEFAULT_JOB, String.class);
        Treatments treatments = jobs.get(job);
        if (treatments == null) {
            throw new IllegalStateException("No treatments are known for the job " + job);
        }
        return treatments;
    }
}
