package io.eidroutes.alert;

import io.eidroutes.failure.Family;

/**
 * What is grouped into one message.
 *
 * @param code as the catalogue names it, or {@code other}; so there are only so many keys
 */
record AlertKey(AlertChannel channel, Family family, String code) {
}
