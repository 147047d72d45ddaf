package io.eidroutes.identification.provider;

/** An HTTP answer of Aitu Passport. Does not show itself in a log. */
record ProviderAnswer(int status, byte[] body) {

    @Override
    public String toString() {
        return "ProviderAnswer[" + status + "]";
    }
}
