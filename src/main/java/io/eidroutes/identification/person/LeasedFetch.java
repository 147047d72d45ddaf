package io.eidroutes.identification.person;

import io.eidroutes.identification.provider.Identified;
import io.eidroutes.trace.TraceParent;
import java.util.Optional;
import java.util.UUID;

/**
 * A person that one owner may ask the adapter for until the lease ends.
 *
 * @param fence        counts the leases of this fetch; a write under an older one is refused
 * @param client       whose identification it is
 * @param person       whom to ask for; empty where a fetch past its deadline cannot be decrypted
 * @param tries        how often it failed so far
 * @param pastDeadline the deadline has passed by the database's clock
 */
record LeasedFetch(UUID id, long fence, String owner, String client, Optional<Identified> person, int tries,
                   boolean pastDeadline, Optional<TraceParent> trace) {
}
