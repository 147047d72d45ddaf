package io.eidroutes.simulator.smev;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One message that will stand in the queue of the sender.
 *
 * @param originalMessageId as the outer element gives it
 * @param requestMessageId  the request's own
 * @param content           one of {@link Effect.Esia}, {@link Effect.Rejected}, {@link Effect.Interim},
 *                          {@link Effect.AsyncStatus}
 * @param delayMillis       on top of the settings' delay
 * @param deliveries        how many Acks it takes
 */
record Answer(String originalMessageId, String requestMessageId, Effect content, List<Effect.Defective> defects,
              long delayMillis, int deliveries) {

    /**
     * All answers to one request, in their order.
     *
     * @param verdict what ESIA says unless an effect says otherwise
     */
    static List<Answer> plan(String messageId, Effect.Esia verdict, List<Effect> effects) {
        long late = effects.stream().filter(Effect.Late.class::isInstance).map(Effect.Late.class::cast)
                .mapToLong(Effect.Late::millis).sum();
        List<Effect.Defective> defects = effects.stream().filter(Effect.Defective.class::isInstance)
                .map(Effect.Defective.class::cast).toList();
        List<Answer> planned = new ArrayList<>();
        Effect last = verdict;
        boolean follows = true;
        int deliveries = 1;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Interim interim) {
                for (int i = 0; i < interim.count(); i++) {
                    planned.add(new Answer(messageId, messageId, interim, defects, 0, 1));
                }
            } else if (effect instanceof Effect.AsyncStatus status) {
                String outer = status.wrongOuterOriginal() ? UUID.randomUUID().toString() : messageId;
                planned.add(new Answer(outer, messageId, status, defects, late, 1));
                follows &= !status.isFinal();
            } else if (effect instanceof Effect.Foreign foreign) {
                String other = UUID.randomUUID().toString();
                planned.add(new Answer(other, other, verdict, List.of(), 0, 1));
                follows &= !foreign.instead();
            } else if (effect instanceof Effect.Esia || effect instanceof Effect.Rejected) {
                last = effect;
            } else if (effect instanceof Effect.Never) {
                follows = false;
            } else if (effect instanceof Effect.Duplicate duplicate && !duplicate.differing()) {
                deliveries = 2;
            }
        }
        if (follows) {
            planned.add(new Answer(messageId, messageId, last, defects, late, deliveries));
            if (effects.contains(new Effect.Duplicate(true))) {
                planned.add(new Answer(messageId, messageId, other(last), defects, late, 1));
            }
        }
        return planned;
    }

    /** An answer that says the contrary. */
    private static Effect other(Effect answer) {
        return answer instanceof Effect.Esia esia && esia.status().equals("SUCCEEDED")
                ? new Effect.Esia("FAULT", "", List.of(EsiaError.INTERNAL))
                : new Effect.Esia("SUCCEEDED", "1000320657", List.of());
    }

    /** The same with the defects of one delivery on top. */
    Answer with(List<Effect.Defective> more) {
        List<Effect.Defective> all = new ArrayList<>(defects);
        all.addAll(more);
        return new Answer(originalMessageId, requestMessageId, content, all, delayMillis, deliveries);
    }

    boolean has(Defect defect) {
        return defects.stream().anyMatch(defective -> defective.defect() == defect);
    }
}
