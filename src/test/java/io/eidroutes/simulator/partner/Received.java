package io.eidroutes.simulator.partner;

import java.util.List;

/**
 * What the partner has seen since the start or the last reset.
 *
 * @param logins          identifications begun
 * @param returns         browsers that came back
 * @param strangersReturn of them, with an identification that their session had not begun: refused, and nothing was asked of
 *                        the application
 * @param results         results fetched by the backend
 * @param begun           the ids of the newest identifications begun, oldest first
 */
public record Received(long logins, long returns, long strangersReturn, long results, List<String> begun) {
}
