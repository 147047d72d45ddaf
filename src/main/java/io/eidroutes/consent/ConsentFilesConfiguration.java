package io.eidroutes.consent;

import io.eidroutes.IfGiven;
import io.eidroutes.access.AccessSettings;
import io.eidroutes.consent.validation.ValidationSettings;
import io.eidroutes.file.FileDoor;
import io.eidroutes.file.FileDoorParts;
import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import io.eidroutes.file.Inbox;
import io.eidroutes.smev.SmevIsOn;
import io.eidroutes.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The file door of the consent job. */
@Configuration(proxyBeanMethods = false)
@Conditional(SmevIsOn.class)
@IfGiven(ConsentFileSettings.INBOX)
class ConsentFilesConfiguration {

    @Bean
    FileDoorParts consentFileDoor(Folders folders, AccessSettings access) {
        return new FileDoorParts(ConsentFileSettings.NAME, folders, access);
    }

    @Bean
    Inbox consentInbox(FileDoorParts consentFileDoor, ConsentFileSettings settings) {
        return consentFileDoor.inbox(settings.inbox(), settings.settle(), settings.retry());
    }

    @Bean
    ClaimFiles claimFiles(FileDoorParts consentFileDoor, Inbox consentInbox, ConsentFileSettings settings, ValidationSettings validation,
            DeliveryQueue deliveries, AnswerDispatcher dispatcher, Traces traces) {
        Folder outbox = consentFileDoor.folder("outbox", settings.outbox(), settings.keep());
        return new ClaimFiles(door(consentFileDoor, consentInbox, settings, validation.maxBytes(), traces), outbox, deliveries, dispatcher);
    }

    static FileDoor door(FileDoorParts parts, Inbox inbox, ConsentFileSettings settings, int longestClaim, Traces traces) {
        return new FileDoor(inbox, parts.folder("rejected", settings.rejected(), settings.keep()), parts.client(settings.client()),
                new FileDoor.Limits(settings.maxBytes(), longestClaim, settings.maxElements()), traces);
    }
}
