package io.eidroutes.http;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpBinding;

/** The body of a request is bytes, whatever its media type says: neither forms nor attachments are looked for in it. */
final class RequestBinding extends SpringBootPlatformHttpBinding {

    @Override
    protected void readFormUrlEncodedBody(HttpServletRequest request, Message message) {
        // Camel would fail on a body that only calls itself a form.
    }

    @Override
    protected void populateAttachments(HttpServletRequest request, Message message) {
        // There are none.
    }
}
