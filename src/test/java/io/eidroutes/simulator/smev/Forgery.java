package io.eidroutes.simulator.smev;

/** What an attacker between СМЭВ and us would do to an answer. */
final class Forgery {

    private static final int HUGE = 8 * 1024 * 1024;
    private static final int DEEP = 20_000;

    private Forgery() {
    }

    /** The contrary status; where there is none, another text in the first place that a reader looks at. */
    static String tamper(String xml) {
        if (xml.contains(">SUCCEEDED<")) {
            return xml.replace(">SUCCEEDED<", ">FAULT<");
        }
        if (xml.contains(">FAULT<")) {
            return xml.replace(">FAULT<", ">SUCCEEDED<");
        }
        return xml.replaceFirst("(RejectionReasonDescription|StatusDescription|StatusCategory|MessageID)>", "$1>x");
    }

    /** The Response where it is read. */
    static String forged(String response, Answer answer) {
        if (answer.has(Defect.WRAPPED)) {
            return tamper(response).replaceFirst("Id=\"SIGNED_BY_SMEV\"", "Id=\"FORGED\"")
                    .replaceFirst(" Id=\"SIGNED_(ASYNC_BY_SMEV|BY_CALLER)\"", " Id=\"FORGED_TOO\"");
        }
        return answer.has(Defect.TAMPERED) || answer.has(Defect.DUPLICATE_ID) ? tamper(response) : response;
    }

    /** What stands in soap:Header. */
    static String header(String response, Answer answer) {
        StringBuilder out = new StringBuilder();
        if (answer.has(Defect.DUPLICATE_ID)) {
            out.append(response);
        }
        for (Effect.Defective defective : answer.defects()) {
            if (defective.defect() == Defect.HUGE) {
                out.append("<p:pad xmlns:p=\"urn:pad\">").append("0123456789abcde ".repeat(size(defective, HUGE) / 16))
                        .append("</p:pad>");
            } else if (defective.defect() == Defect.DEEP) {
                int levels = size(defective, DEEP);
                out.append("<p:pad xmlns:p=\"urn:pad\">").append("<p:d>".repeat(levels)).append("</p:d>".repeat(levels))
                        .append("</p:pad>");
            }
        }
        return out.toString();
    }

    private static int size(Effect.Defective defective, int standard) {
        return defective.size() > 0 ? defective.size() : standard;
    }
}
