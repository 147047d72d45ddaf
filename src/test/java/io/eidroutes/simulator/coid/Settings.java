package io.eidroutes.simulator.coid;

import java.util.List;

/**
 * How the stand-in behaves when all goes well.
 *
 * @param methods           that are answered: {@code POST} with JSON, {@code GET} with a query; which is the real one is not
 *                          known
 * @param knownRequestsOnly refuses a requestId that Aitu Passport did not issue; one that it issued for another person is
 *                          always refused
 * @param errorStatus       of a refusal for a reason of the check in ЦОИД
 * @param errorMember       where the text of a refusal stands: {@code message}, {@code error}, {@code error_description}, or
 *                          empty for plain text; which is the real one is not known
 * @param photo             whether the photo is delivered
 * @param photoBytes        its length before Base64, at least; 0: as it is
 */
public record Settings(String login, String password, List<String> methods, boolean knownRequestsOnly, int errorStatus,
                       String errorMember, boolean photo, int photoBytes) {

    /** Refuses what cannot be. */
    public Settings {
        methods = List.copyOf(methods);
    }

    static Settings standard() {
        return new Settings("admin", "coidtestpassword", List.of("POST", "GET"), false, 400, "message", true, 0);
    }
}
