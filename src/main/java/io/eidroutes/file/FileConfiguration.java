package io.eidroutes.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.failure.Catalogue;
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
    FileRefusals fileRefusals(ProblemDocuments problems, Catalogue catalogue, ObjectMapper json) {
        return new FileRefusals(problems, catalogue, json);
    }

    @Bean
    FolderSweep folderSweep(Folders folders, Clock clock) {
        return new FolderSweep(folders, clock);
    }
}
