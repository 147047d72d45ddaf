package io.eidroutes.consent.nodes;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several nodes on one store, through their front doors; one class a behaviour. They share {@link TwoNodes}. */
class NodesFaults {

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    @Nested
    class AnswerAtAnotherNode extends AnswerAtAnotherNodeContract {
    }

    @Nested
    class WorkForOthers extends WorkForOthersContract {
    }

    @Nested
    class SilentNode extends SilentNodeContract {
    }

    @Nested
    class ForwardedAnswer extends ForwardedAnswerContract {
    }

    @Nested
    class RotatedSecrets extends RotatedSecretsContract {
    }
}
