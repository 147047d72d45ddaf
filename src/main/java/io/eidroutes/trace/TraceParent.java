package io.eidroutes.trace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A position in a trace: {@code 00-TRACE-SPAN-FLAGS} in lower-case hexadecimal (W3C Trace Context, §3.2). It says nothing
 * about anybody.
 */
public record TraceParent(String text) {

    /** The name of the HTTP header, the JMS property and the member of a meta file. */
    public static final String NAME = "traceparent";

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** Empty for anything but a text of that form: whoever gets one that it cannot read begins a trace of its own (§4.3). */
    public static Optional<TraceParent> read(Optional<?> given) {
        return given.map(Object::toString).filter(text -> FORM.matcher(text).matches()).map(TraceParent::new);
    }

    /** From the column {@code trace}. */
    public static Optional<TraceParent> of(ResultSet row) throws SQLException {
        return read(Optional.ofNullable(row.getString("trace")));
    }
}
