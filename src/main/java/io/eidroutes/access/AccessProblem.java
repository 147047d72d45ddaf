package io.eidroutes.access;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Failures;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.ProblemDocuments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The problem documents of calls that do not reach a route, in the catalogue's words. */
final class AccessProblem {

    private final Catalogue catalogue;
    private final ProblemDocuments documents;
    private final Failures failures;

    AccessProblem(Catalogue catalogue, ProblemDocuments documents, Failures failures) {
        this.failures = failures;
        this.catalogue = catalogue;
        this.documents = documents;
    }

    /** @param code of the family validation */
    void write(HttpServletResponse response, String code) throws IOException {
        CatalogueEntry entry = catalogue.find(Family.VALIDATION, code);
        response.setStatus(entry.status().orElseThrow());
        response.setHeader(Failures.ID_HEADER, failures.recordAtDoor(Family.VALIDATION, code));
        response.setContentType(ProblemDocuments.MEDIA_TYPE);
        response.getOutputStream().write(documents.write(Failure.of(Family.VALIDATION, code), entry.kind(), false));
    }
}
