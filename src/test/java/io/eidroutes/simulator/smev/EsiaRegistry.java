package io.eidroutes.simulator.smev;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What ESIA knows: some types of consent, some accounts of invented people, and which code a request deserves.
 * The codes that content cannot cause (ESIA-000001, -005003, -030003, -039870) come by scenario only.
 */
final class EsiaRegistry {

    private static final Set<String> ACTIONS = Set.of("ALL_ACTIONS_TO_DATA", "USE_DATA", "STORE_DATA", "TRANSFER_DATA");
    private static final Set<String> PURPOSES = Set.of("CREDIT", "CREDIT_REPORT", "INSURANCE", "SCORING", "MARKETING");
    private static final Map<String, ConsentType> TYPES = Map.of(
            "CREDIT", new ConsentType(Set.of("fullname"),
                    Set.of("fullname", "id_doc", "snils", "inn", "birthdate", "mobile", "addresses"), true, 2_628_000),
            "CREDIT_REPORT", new ConsentType(Set.of("fullname", "id_doc"),
                    Set.of("fullname", "id_doc", "snils"), true, 262_800),
            "INSURANCE", new ConsentType(Set.of("fullname", "birthdate"),
                    Set.of("fullname", "birthdate", "mobile"), false, 525_600),
            "IDENTIFICATION", new ConsentType(Set.of(), Set.of("fullname", "id_doc", "snils", "birthdate"), false, 1_440),
            "MARKETING", new ConsentType(Set.of(), Set.of(), false, 525_600));
    private static final List<Account> ACCOUNTS = List.of(
            new Account("1000320657", "038-752-477 87", "RF_PASSPORT", "1111", "222222"),
            new Account("1000299353", "000-000-600 06", "RF_PASSPORT", "4510", "999999"),
            new Account("1000444001", "112-233-445 95", "FRGN_PASS", "71", "1234567"),
            new Account("1000444002", "087-654-303 00", "FID_DOC", "", "AB-4455667"));

    /** @param allowed empty: scopes are forbidden; longest in minutes */
    private record ConsentType(Set<String> obligatory, Set<String> allowed, boolean onePurpose, long longest) {
    }

    private record Account(String oid, String snils, String documentType, String series, String number) {
        boolean has(Claim.IdentityDocument document) {
            return documentType.equals(document.type()) && series.equals(document.series()) && number.equals(document.number());
        }
    }

    /**
     * ESIA's answer to a request.
     *
     * @param personOid of the account; empty with an error
     */
    record Verdict(String personOid, List<EsiaError> errors) {
    }

    Verdict judge(Claim claim) {
        Optional<Account> account = account(claim.person());
        Optional<EsiaError> error = person(claim.person())
                .or(() -> account.isPresent() ? Optional.empty() : Optional.of(EsiaError.NO_ACCOUNT))
                .or(() -> claim.permissions().stream().map(EsiaRegistry::permission).flatMap(Optional::stream).findFirst());
        return error.map(found -> new Verdict("", List.of(found)))
                .orElseGet(() -> new Verdict(account.map(Account::oid).orElseThrow(), List.of()));
    }

    private static Optional<EsiaError> person(Claim.Person person) {
        if (person.lastName().isEmpty() || person.firstName().isEmpty()) {
            return Optional.of(EsiaError.NO_NAMES);
        }
        if (!person.snils().isEmpty() && !snilsAddsUp(person.snils())) {
            return Optional.of(EsiaError.BAD_SNILS);
        }
        return person.document().flatMap(EsiaRegistry::document);
    }

    private static Optional<EsiaError> document(Claim.IdentityDocument document) {
        if (!Set.of("RF_PASSPORT", "FID_DOC", "FRGN_PASS").contains(document.type())) {
            return Optional.of(EsiaError.BAD_DOCUMENT_TYPE);
        }
        if (document.series().isEmpty() && !document.type().equals("FID_DOC")) {
            return Optional.of(EsiaError.NO_SERIES);
        }
        return document.number().isEmpty() ? Optional.of(EsiaError.NO_NUMBER) : Optional.empty();
    }

    /** All that was given has to point to one account. */
    private static Optional<Account> account(Claim.Person person) {
        Predicate<Account> sameOid = account -> person.oid().isEmpty() || account.oid().equals(person.oid());
        Predicate<Account> sameSnils = account -> person.snils().isEmpty() || account.snils().equals(person.snils());
        Predicate<Account> sameDocument = account -> person.document().map(account::has).orElse(true);
        boolean nothing = person.oid().isEmpty() && person.snils().isEmpty() && person.document().isEmpty();
        return nothing ? Optional.empty()
                : ACCOUNTS.stream().filter(sameOid.and(sameSnils).and(sameDocument)).findFirst();
    }

    private static Optional<EsiaError> permission(Claim.Permission permission) {
        if (permission.sysname().isEmpty()) {
            return Optional.of(EsiaError.NO_MNEMONIC);
        }
        ConsentType type = TYPES.get(permission.sysname());
        if (type == null) {
            return Optional.of(EsiaError.UNKNOWN_TYPE);
        }
        return actions(permission).or(() -> purposes(permission, type)).or(() -> scopes(permission, type))
                .or(() -> expires(permission, type) ? Optional.empty() : Optional.of(EsiaError.BAD_EXPIRE));
    }

    private static Optional<EsiaError> actions(Claim.Permission permission) {
        if (permission.actions().isEmpty()) {
            return Optional.of(EsiaError.NO_ACTION);
        }
        return ACTIONS.containsAll(permission.actions()) ? Optional.empty() : Optional.of(EsiaError.UNKNOWN_ACTION);
    }

    private static Optional<EsiaError> purposes(Claim.Permission permission, ConsentType type) {
        if (permission.purposes().isEmpty()) {
            return Optional.of(EsiaError.NO_PURPOSE);
        }
        if (!PURPOSES.containsAll(permission.purposes())) {
            return Optional.of(EsiaError.UNKNOWN_PURPOSE);
        }
        return type.onePurpose() && permission.purposes().size() > 1
                ? Optional.of(EsiaError.SEVERAL_PURPOSES) : Optional.empty();
    }

    private static Optional<EsiaError> scopes(Claim.Permission permission, ConsentType type) {
        if (type.allowed().isEmpty() && !permission.scopes().isEmpty()) {
            return Optional.of(EsiaError.SCOPES_FORBIDDEN);
        }
        if (!permission.scopes().containsAll(type.obligatory())) {
            return Optional.of(EsiaError.SCOPE_MISSING);
        }
        return type.allowed().containsAll(permission.scopes()) ? Optional.empty() : Optional.of(EsiaError.SCOPE_OUTSIDE);
    }

    private static boolean expires(Claim.Permission permission, ConsentType type) {
        if (permission.expire().isEmpty()) {
            return true;
        }
        if (!permission.expire().matches("-?\\d+")) {
            return false;
        }
        BigInteger minutes = new BigInteger(permission.expire());
        return minutes.signum() > 0 && minutes.compareTo(BigInteger.valueOf(type.longest())) <= 0;
    }

    /** The first nine digits weigh 9 … 1; the rule counts above 001-001-998 only. */
    static boolean snilsAddsUp(String snils) {
        String digits = snils.replaceAll("[ -]", "");
        if (!digits.matches("\\d{11}")) {
            return false;
        }
        if (Long.parseLong(digits.substring(0, 9)) <= 1_001_998) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (9 - i);
        }
        return sum % 101 % 100 == Integer.parseInt(digits.substring(9));
    }
}
