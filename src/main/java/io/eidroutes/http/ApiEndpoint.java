package io.eidroutes.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;

/**
 * The OpenAPI document of the HTTP door, on the management port: {@code GET /actuator/api} is a page with Swagger UI,
 * {@code GET /actuator/api/openapi.yaml} and {@code openapi.json} the document. The page only shows: the calls are on
 * another port.
 */
@Component
@Endpoint(id = "api")
public final class ApiEndpoint {

    private static final String FOLDER = "api/";
    private static final String DOCUMENT = FOLDER + "openapi.yaml";
    /** One folder, named by the version. */
    private static final String SWAGGER_UI = "classpath*:/META-INF/resources/webjars/swagger-ui/*/";
    private static final MimeType HTML = MimeType.valueOf("text/html;charset=UTF-8");
    private static final MimeType YAML = MimeType.valueOf("application/yaml;charset=UTF-8");
    private static final MimeType JSON = MimeType.valueOf("application/json");
    private static final MimeType SCRIPT = MimeType.valueOf("text/javascript;charset=UTF-8");
    private static final MimeType STYLE = MimeType.valueOf("text/css;charset=UTF-8");

    /** A file as it is sent. */
    private record Served(Resource content, MimeType type) {
    }

    private final Map<String, Served> files;

    /** @throws IOException where what is packed in the jar cannot be read */
    public ApiEndpoint(ObjectMapper json) throws IOException {
        files = Map.of(
                "openapi.yaml", new Served(new ClassPathResource(DOCUMENT), YAML),
                "openapi.json", new Served(new ByteArrayResource(inJson(json)), JSON),
                "start.js", new Served(new ClassPathResource(FOLDER + "start.js"), SCRIPT),
                "swagger-ui-bundle.js", new Served(ofSwaggerUi("swagger-ui-bundle.js"), SCRIPT),
                "swagger-ui.css", new Served(ofSwaggerUi("swagger-ui.css"), STYLE));
    }

    private static byte[] inJson(ObjectMapper json) throws IOException {
        try (InputStream yaml = new ClassPathResource(DOCUMENT).getInputStream()) {
            return json.writeValueAsBytes(new YAMLMapper().readTree(yaml));
        }
    }

    private static Resource ofSwaggerUi(String file) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI + file);
        if (found.length != 1) {
            throw new IllegalStateException("There must be one Swagger UI on the classpath, with " + file + ".");
        }
        return found[0];
    }

    /** The page. */
    @ReadOperation(produces = "text/html")
    public WebEndpointResponse<Resource> page() {
        return new WebEndpointResponse<>(new ClassPathResource(FOLDER + "page.html"), WebEndpointResponse.STATUS_OK, HTML);
    }

    /** The document, or what the page loads. */
    @ReadOperation(produces = {"application/json", "application/yaml", "text/javascript", "text/css"})
    public WebEndpointResponse<Resource> file(@Selector String name) {
        Served served = files.get(name);
        return served == null ? new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND)
                : new WebEndpointResponse<>(served.content(), WebEndpointResponse.STATUS_OK, served.type());
    }
}
