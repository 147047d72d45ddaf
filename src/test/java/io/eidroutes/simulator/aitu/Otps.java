package io.eidroutes.simulator.aitu;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The confirmations that trusted-phone gave out; each serves one authorization. */
final class Otps {

    private record Otp(String phone, Instant issued) {
    }

    private final Map<String, Otp> unused = new ConcurrentHashMap<>();

    String issue(String phone) {
        String otp = Secrets.next();
        unused.put(otp, new Otp(phone, Instant.now()));
        return otp;
    }

    /** The phone it stands for; empty where it is unknown, used or too old. */
    Optional<String> use(String otp, long lifeSeconds) {
        return Optional.ofNullable(unused.remove(otp))
                .filter(found -> Instant.now().isBefore(found.issued().plusSeconds(lifeSeconds)))
                .map(Otp::phone);
    }

    void clear() {
        unused.clear();
    }
}
