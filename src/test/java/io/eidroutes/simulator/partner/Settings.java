package io.eidroutes.simulator.partner;

/**
 * How the partner stands to the application.
 *
 * @param application the application's URL as the partner's backend and the browser reach it, without a slash at its end
 * @param client      name of the partner at the application's API
 * @param password    its password there
 */
public record Settings(String application, String client, String password) {

    static Settings standard() {
        return new Settings("http://127.0.0.1:8080", "partner", "partner");
    }
}
