package io.eidroutes.simulator.scenario;

/** What a stand-in is asked for. */
public enum Operation {
    /** Aitu Passport: the browser arrives with the authorization link. */
    AUTHORIZATION,
    /** Aitu Passport: the browser is sent back to the partner. Only other parameters can meet it. */
    CALLBACK,
    /** Aitu Passport: trusted-phone. */
    TRUSTED_PHONE,
    /** Aitu Passport: the token endpoint. */
    TOKEN,
    /** Aitu Passport: its keys. */
    JWKS,
    /** Aitu Passport: introspection. */
    INTROSPECTION,
    /** Aitu Passport: logout by the browser. */
    LOGOUT,
    /** The ЦОИД adapter: personal-data. */
    PERSONAL_DATA
}
