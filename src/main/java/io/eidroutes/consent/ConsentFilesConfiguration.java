package io.eidroutes.consent;

import io.eidroutes.GivenSetting;
import io.eidroutes.WrongSetting;
import io.eidroutes.access.AccessSettings;
import io.eidroutes.consent.validation.ValidationSettings;
import io.eidroutes.file.FileDoor;
import io.eidroutes.file.Folder;
import io.eidroutes.file.Folders;
import io.eidroutes.file.Inbox;
import io.eidroutes.smev.SmevIsOn;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The file door of the consent job, where {@code eid.consent.file.inbox} is set. */
@Configuration(proxyBeanMethods = false)
@Conditional({SmevIsOn.class, ConsentFilesConfiguration.IsOn.class})
class ConsentFilesConfiguration {

    private static final String SETTINGS = "eid.consent.file.";

    static final class IsOn implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return GivenSetting.in(context.getEnvironment(), ConsentFileSettings.INBOX);
        }
    }

    @Bean
    Inbox consentInbox(Folders folders, ConsentFileSettings settings) {
        return new Inbox(folders.open(ConsentFileSettings.INBOX, given("inbox", settings.inbox())), settings.settle(), settings.retry());
    }

    @Bean
    ClaimFiles claimFiles(Inbox consentInbox, Folders folders, ConsentFileSettings settings, AccessSettings access,
            ValidationSettings validation, DeliveryQueue deliveries, AnswerDispatcher dispatcher) {
        Folder outbox = folders.open(SETTINGS + "outbox", given("outbox", settings.outbox()), settings.keep());
        return new ClaimFiles(door(consentInbox, folders, settings, access, validation.maxBytes()), outbox, deliveries, dispatcher);
    }

    /** @throws WrongSetting with one sentence */
    static FileDoor door(Inbox inbox, Folders folders, ConsentFileSettings settings, AccessSettings access, int longestClaim) {
        Folder rejected = folders.open(SETTINGS + "rejected", given("rejected", settings.rejected()), settings.keep());
        String client = given("client", settings.client());
        if (!access.clients().containsKey(client)) {
            throw new WrongSetting(SETTINGS + "client", "it must be one of eid.access.clients");
        }
        return new FileDoor(inbox, rejected, client,
                new FileDoor.Limits(settings.maxBytes(), longestClaim, settings.maxElements()));
    }

    private static String given(String name, Optional<String> value) {
        return value.orElseThrow(() ->
                new WrongSetting(SETTINGS + name, "it must be set where eid.consent.file.inbox is"));
    }
}
