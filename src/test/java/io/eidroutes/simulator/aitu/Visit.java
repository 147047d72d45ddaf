package io.eidroutes.simulator.aitu;

import java.util.Optional;

/**
 * Where a user stands on Aitu's pages.
 *
 * @param iin     empty: it is asked for
 * @param failure of the last check; empty: none was made yet
 */
record Visit(AuthorizationRequest request, Step step, String iin, Optional<String> failure) {

    /** Which page is shown. */
    enum Step { IIN, FACE, FAILED, LEFT }

    static Visit of(AuthorizationRequest request) {
        return request.one("iin").map(iin -> new Visit(request, Step.FACE, iin, Optional.empty()))
                .orElseGet(() -> new Visit(request, Step.IIN, "", Optional.empty()));
    }

    Visit askIin() {
        return new Visit(request, Step.IIN, "", Optional.empty());
    }

    /** What was typed is no IIN. */
    Visit askIinAgain(String typed) {
        return new Visit(request, Step.IIN, typed, Optional.of("Введите ИИН: 12 цифр"));
    }

    Visit face(String known) {
        return new Visit(request, Step.FACE, known, Optional.empty());
    }

    Visit failed(String message) {
        return new Visit(request, Step.FAILED, iin, Optional.of(message));
    }

    Visit left() {
        return new Visit(request, Step.LEFT, iin, failure);
    }
}
