package io.eidroutes.simulator.smev;

/** SenderProvidedResponseData of one answer, in each of its four kinds. */
record ContentWriter(Names names, Answer answer) {

    /** Statuses of processing are СМЭВ's own: no sender signs them. */
    boolean isBySmev() {
        return answer.content() instanceof Effect.AsyncStatus;
    }

    String id() {
        return isBySmev() ? "SIGNED_ASYNC_BY_SMEV" : "SIGNED_BY_CALLER";
    }

    String senderProvidedData(String messageId) {
        String tag = names.types("SenderProvidedResponseData");
        String to = answer.has(Defect.MISSING_ELEMENTS) ? "" : names.typesElement("To", "eyJtaWQiOiJvcGFxdWUifQ==");
        return "<" + tag + names.declarations() + " Id=\"" + id() + "\">" + names.typesElement("MessageID", messageId)
                + to + content() + "</" + tag + ">";
    }

    private String content() {
        Effect content = answer.content();
        if (content instanceof Effect.Rejected rejected) {
            StringBuilder out = new StringBuilder();
            rejected.reasons().forEach(reason -> out.append(types("RequestRejected",
                    names.typesElement("RejectionReasonCode", reason.code())
                            + names.typesElement("RejectionReasonDescription", reason.message()))));
            return out.toString();
        }
        if (content instanceof Effect.Interim interim) {
            return types("RequestStatus", names.typesElement("StatusCode", interim.code())
                    + types("StatusParameter", names.typesElement("Key", "step") + names.typesElement("Value", "1"))
                    + names.typesElement("StatusDescription", interim.description()));
        }
        if (content instanceof Effect.AsyncStatus status) {
            return types("AsyncProcessingStatus", names.typesElement("OriginalMessageId", answer.requestMessageId())
                    + names.typesElement("StatusCategory", status.category())
                    + (status.details().isEmpty() ? "" : names.typesElement("StatusDetails", status.details()))
                    + smevFault(status));
        }
        if (content instanceof Effect.Esia esia) {
            String tag = names.basic("MessagePrimaryContent");
            return "<" + tag + ">" + business(esia) + "</" + tag + ">";
        }
        throw new IllegalStateException("no content of an answer: " + content.getClass().getSimpleName());
    }

    private String smevFault(Effect.AsyncStatus status) {
        if (status.faultName().isEmpty() && status.faultCode().isEmpty()) {
            return "";
        }
        String type = status.faultName().isEmpty() ? "" : " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\""
                + names.faults(status.faultName()) + "\"";
        String tag = names.types("SmevFault");
        return "<" + tag + type + ">" + names.basicElement("Code", status.faultCode())
                + names.basicElement("Description", status.faultDescription()) + "</" + tag + ">";
    }

    private String business(Effect.Esia esia) {
        if (answer.has(Defect.OTHER_CONTENT)) {
            return "<o:AnotherResponse xmlns:o=\"urn://example/another/1.0\"><o:value>1</o:value></o:AnotherResponse>";
        }
        boolean odd = answer.has(Defect.ODD_NAMES);
        String prefix = odd ? "_x.9:" : "tns:";
        StringBuilder out = new StringBuilder("<").append(prefix).append("ClaimPersonPermissionsResponse xmlns:")
                .append(prefix, 0, prefix.length() - 1).append("=\"").append(Claim.NAMESPACE).append("\">");
        element(out, prefix + (odd ? "Status" : "status"), esia.status());
        if (!esia.personOid().isEmpty()) {
            element(out, prefix + (odd ? "PersonOid" : "personOid"), esia.personOid());
        }
        for (EsiaError error : esia.errors()) {
            String info = prefix + (odd ? "ErrorStatusInfo" : "errorStatusInfo");
            out.append('<').append(info).append('>');
            element(out, prefix + (odd ? "code" : "Code"), error.code());
            element(out, prefix + (odd ? "message" : "Message"), error.message());
            out.append("</").append(info).append('>');
        }
        return out.append("</").append(prefix).append("ClaimPersonPermissionsResponse>").toString();
    }

    private String types(String name, String content) {
        return "<" + names.types(name) + ">" + content + "</" + names.types(name) + ">";
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>').append(Xml.escape(text)).append("</").append(name).append('>');
    }
}
