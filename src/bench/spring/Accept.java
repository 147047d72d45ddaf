package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The least application that takes claims: HTTP Basic, the schema of the request, one row. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class Accept {

    private final JdbcClient jdbc;
    private final JsonSchema schema;

    /** In a schema of its own: on PostgreSQL eid-routes has the other one. */
    public Accept(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder ->
                        builder.schemaMappers(mappers -> mappers.mapPrefix("urn:eidroutes:", "classpath:schemas/")))
                .getSchema(SchemaLocation.of("urn:eidroutes:claim-permissions.strict.schema.json"));
        jdbc.sql("create schema if not exists bench").update();
        jdbc.sql("create table if not exists bench.claim (id uuid primary key, body varchar(100000) not null)").update();
    }

    public static void main(String[] args) {
        SpringApplication.run(Accept.class, args);
    }

    @Bean
    static SecurityFilterChain access(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /**
     * Passwords are compared as they are. With the encoders that come by themselves the first login would have the password
     * hashed, and each call would pay for bcrypt; eid-routes pays once and remembers.
     */
    @Bean
    @SuppressWarnings("deprecation")
    static PasswordEncoder plainPasswords() {
        return NoOpPasswordEncoder.getInstance();
    }

    /** Stores a claim. */
    @PostMapping("/api/v1/claim-permissions")
    public ResponseEntity<Map<String, String>> accept(@RequestBody JsonNode claim) {
        Set<ValidationMessage> wrong = schema.validate(claim);
        if (!wrong.isEmpty()) {
            return ResponseEntity.unprocessableEntity().body(Map.of("wrong", wrong.toString()));
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into bench.claim (id, body) values (:id, :body)").param("id", id).param("body", claim.toString()).update();
        return ResponseEntity.accepted().location(URI.create("/api/v1/claim-permissions/" + id))
                .body(Map.of("id", id.toString(), "state", "accepted"));
    }
}
