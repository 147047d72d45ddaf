package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/identification/fetch-personal-data.camel.yaml} that look at the adapter's answer. */
public final class CheckPersonalData {

    private static final Logger LOG = LoggerFactory.getLogger(CheckPersonalData.class);

    private final AnswerShape shape;
    private final CoidSettings.OnOtherPerson onOtherPerson;
    private final boolean photo;

    CheckPersonalData(AnswerShape shape, CoidSettings settings) {
        this.shape = shape;
        this.onOtherPerson = settings.onOtherPerson();
        this.photo = settings.photo();
    }

    /**
     * The person that the adapter answers with is the one that it was asked for. Variable out: {@code warnings}, with
     * {@code other-person} where the setting marks another one instead of refusing it.
     *
     * @throws Failure coid {@code other-person}
     */
    public void requirePerson(Exchange exchange, @Body ObjectNode answer, @Variable("iin") String iin) {
        List<Warning> warnings = new ArrayList<>();
        boolean other = new AdapterAnswer(answer).iin().filter(answered -> !answered.equals(iin)).isPresent();
        if (other && onOtherPerson == CoidSettings.OnOtherPerson.REFUSE) {
            throw Failure.of(Family.COID, "other-person");
        }
        if (other) {
            warnings.add(new Warning("/person/iin", "other-person"));
        }
        exchange.setVariable("warnings", warnings);
    }

    /** Variable out: {@code warnings}, one more for each deviation from the documentation. */
    public void compareWithDocumentation(Exchange exchange, @Body ObjectNode answer,
            @Variable("warnings") List<Warning> warnings) {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(shape.deviations(new AdapterAnswer(answer).documented()));
        exchange.setVariable("warnings", List.copyOf(all));
        if (!all.isEmpty()) {
            LOG.warn("An answer of the COID adapter deviates from its documentation in {} places, first {} {}",
                    all.size(), all.get(0).rule(), all.get(0).pointer());
        }
    }

    /** Takes the photo out of the answer, unless the setting has it delivered: it is biometric. */
    public void withholdPhoto(@Body ObjectNode answer) {
        if (!photo) {
            new AdapterAnswer(answer).removePhoto();
        }
    }
}
