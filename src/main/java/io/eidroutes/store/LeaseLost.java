package io.eidroutes.store;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;

/** The failure of an owner whose lease ended: another node has the work, or nobody any more. */
public final class LeaseLost {

    private static final String CODE = "EID-LEASE-LOST";

    private LeaseLost() {
    }

    /** Transport {@code EID-LEASE-LOST}. */
    public static Failure failure() {
        return Failure.of(Family.TRANSPORT, CODE);
    }

    /** Whether there is nothing left to give back. */
    public static boolean is(Failure failure) {
        return failure.family() == Family.TRANSPORT && failure.code().equals(CODE);
    }
}
