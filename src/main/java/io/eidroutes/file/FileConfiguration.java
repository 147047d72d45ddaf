package io.eidroutes.file;

import io.eidroutes.failure.ProblemDocuments;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files that come and go, whatever the job. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {

    @Bean
    Folders folders() {
        return new Folders();
    }

    @Bean
    FileRefusals fileRefusals(ProblemDocuments problems) {
        return new FileRefusals(problems);
    }

    @Bean
    FolderSweep folderSweep(Folders folders, Clock clock) {
        return new FolderSweep(folders, clock);
    }
}
