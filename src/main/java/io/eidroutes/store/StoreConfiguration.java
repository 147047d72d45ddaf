package io.eidroutes.store;

import io.eidroutes.privacy.Digests;
import io.eidroutes.privacy.Keyset;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.privacy.PrivacySettings;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The store: transactions that survive a kill, and the keys for what is personal in it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    PlatformTransactionManager transactions(DataSource dataSource) {
        return new DurableTransactions(dataSource);
    }

    @Bean
    StoreSignals storeSignals(DataSource dataSource) {
        return new StoreSignals(dataSource);
    }

    @Bean
    Keyset keyset(PrivacySettings settings) {
        return Keyset.load(settings);
    }

    @Bean
    PersonalData personalData(Keyset keyset) {
        return new PersonalData(keyset);
    }

    @Bean
    Digests digests(Keyset keyset) {
        return new Digests(keyset);
    }
}
