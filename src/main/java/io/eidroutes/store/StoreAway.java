package io.eidroutes.store;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a store that cannot be reached from a statement that is wrong. */
public final class StoreAway {

    private StoreAway() {
    }

    /** Whether that, or what caused it, says that the store could not be reached or did not answer to the end. */
    public static boolean is(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CannotCreateTransactionException || t instanceof TransactionSystemException
                    || t instanceof NonTransientDataAccessResourceException
                    || t instanceof TransientDataAccessResourceException || t instanceof RecoverableDataAccessException) {
                return true;
            }
        }
        return false;
    }
}
