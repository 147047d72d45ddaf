package io.eidroutes.identification.person;

import io.eidroutes.GivenSetting;
import io.eidroutes.WrongSetting;
import io.eidroutes.access.AccessSettings;
import io.eidroutes.file.FileDoor;
import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import io.eidroutes.file.Inbox;
import io.eidroutes.identification.IdentificationIsOn;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Personal data by file, where {@code eid.coid.file.inbox} is set. */
@Configuration(proxyBeanMethods = false)
@Conditional({IdentificationIsOn.class, PersonalDataFilesConfiguration.IsOn.class})
class PersonalDataFilesConfiguration {

    private static final String SETTINGS = "eid.coid.file.";

    static final class IsOn implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return GivenSetting.in(context.getEnvironment(), CoidFileSettings.INBOX);
        }
    }

    @Bean
    Inbox personalDataInbox(Folders folders, CoidFileSettings settings) {
        return new Inbox(folders.open(CoidFileSettings.INBOX, given("inbox", settings.inbox())), settings.settle(), settings.retry());
    }

    @Bean
    PersonalDataFiles personalDataFiles(Inbox personalDataInbox, Folders folders, CoidFileSettings settings, AccessSettings access) {
        Folder outbox = folders.open(SETTINGS + "outbox", given("outbox", settings.outbox()), settings.keep());
        Folder rejected = folders.open(SETTINGS + "rejected", given("rejected", settings.rejected()), settings.keep());
        String client = given("client", settings.client());
        if (!access.clients().containsKey(client)) {
            throw new WrongSetting(SETTINGS + "client", "it must be one of eid.access.clients");
        }
        return new PersonalDataFiles(new FileDoor(personalDataInbox, rejected, client,
                new FileDoor.Limits(MiddleSteps.LONGEST_BODY, MiddleSteps.LONGEST_BODY, 0)), outbox);
    }

    private static String given(String name, Optional<String> value) {
        return value.orElseThrow(() ->
                new WrongSetting(SETTINGS + name, "it must be set where eid.coid.file.inbox is"));
    }
}
