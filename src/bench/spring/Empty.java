package bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** An application of nothing but what its libraries bring by themselves. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Empty {

    public static void main(String[] args) {
        SpringApplication.run(Empty.class, args);
    }
}
