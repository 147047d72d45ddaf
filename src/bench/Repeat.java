import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** Prints a claim with as many permissions as are asked for, all alike. Arguments: claim with one, how many. */
public final class Repeat {

    private Repeat() {
    }

    public static void main(String[] args) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode claim = (ObjectNode) json.readTree(Path.of(args[0]).toFile());
        ArrayNode permissions = (ArrayNode) claim.get("claim_permissions");
        for (int i = 1; i < Integer.parseInt(args[1]); i++) {
            permissions.add(permissions.get(0).deepCopy());
        }
        System.out.println(json.writeValueAsString(claim));
    }
}
