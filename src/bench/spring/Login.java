package bench;

import jakarta.servlet.http.HttpSession;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least application with Spring Security's OAuth2 client as it comes. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class Login {

    public static void main(String[] args) {
        SpringApplication.run(Login.class, args);
    }

    /** Where a user goes after the login. */
    @GetMapping("/")
    public String home() {
        return "";
    }

    /** Forgets a user, so that sessions do not fill the memory: asked for outside of what is measured. */
    @GetMapping("/end")
    public void end(HttpSession session) {
        session.invalidate();
    }
}
