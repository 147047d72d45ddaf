package io.eidroutes.identification.person;

import io.eidroutes.IfGiven;
import io.eidroutes.access.AccessSettings;
import io.eidroutes.file.FileDoor;
import io.eidroutes.file.FileDoorParts;
import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import io.eidroutes.file.Inbox;
import io.eidroutes.identification.IdentificationIsOn;
import io.eidroutes.trace.Traces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Personal data by file. */
@Configuration(proxyBeanMethods = false)
@Conditional(IdentificationIsOn.class)
@IfGiven(CoidFileSettings.INBOX)
class PersonalDataFilesConfiguration {

    @Bean
    FileDoorParts personalDataFileDoor(Folders folders, AccessSettings access) {
        return new FileDoorParts(CoidFileSettings.NAME, folders, access);
    }

    @Bean
    Inbox personalDataInbox(FileDoorParts personalDataFileDoor, CoidFileSettings settings) {
        return personalDataFileDoor.inbox(settings.inbox(), settings.settle(), settings.retry());
    }

    @Bean
    PersonalDataFiles personalDataFiles(FileDoorParts personalDataFileDoor, Inbox personalDataInbox, CoidFileSettings settings,
            Traces traces) {
        Folder outbox = personalDataFileDoor.folder("outbox", settings.outbox(), settings.keep());
        Folder rejected = personalDataFileDoor.folder("rejected", settings.rejected(), settings.keep());
        return new PersonalDataFiles(new FileDoor(personalDataInbox, rejected, personalDataFileDoor.client(settings.client()),
                new FileDoor.Limits(MiddleSteps.LONGEST_BODY, MiddleSteps.LONGEST_BODY, 0), traces), outbox, traces);
    }
}
