package io.eidroutes.smev;

/**
 * A SOAP 1.1 fault of СМЭВ. The texts may quote personal values (a validation error does): they are for the caller,
 * never for a log.
 *
 * @param name        local name of the first child of {@code detail}, for instance {@code AccessDenied}; of a
 *                    SignatureVerificationFault what it says inside, for instance {@code NoSignatureFound}; empty where
 *                    there is no detail
 * @param code        СМЭВ's own code; empty where there is none
 * @param description СМЭВ's description, else the fault string
 * @param faultString the fault string; empty where there is none
 */
public record SoapFault(String name, String code, String description, String faultString) {
}
