package io.eidroutes.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A route file as it is written, read with the YAML parser that Camel reads it with.
 *
 * @param root what the file holds, a list of one thing
 */
record RouteFile(Path file, Part root) {

    static final String SUFFIX = ".camel.yaml";
    private static final int DEEPEST = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @throws Mistake.Found where it is no YAML, holds nothing, or holds a key twice */
    static RouteFile read(Path file, String content) {
        try {
            Node root = new Compose(LoadSettings.builder().setLabel(file.toString()).build()).composeString(content)
                    .orElseThrow(() -> new Mistake.Found(new Mistake(file, 1, "The file holds nothing.")));
            return new RouteFile(file, part(file, root, line(root), "", Optional.empty(), 0));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new Mistake.Found(new Mistake(file, line, "This is no YAML: " + broken.getProblem() + "."));
        } catch (YamlEngineException broken) {
            throw new Mistake.Found(new Mistake(file, 1, "This is no YAML."));
        }
    }

    /** {@code send} of {@code routes/consent/send.camel.yaml}. */
    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** The folder below the routes, which is the job's name. */
    String job() {
        return file.toAbsolutePath().getParent().getFileName().toString();
    }

    /** The first {@code route}, {@code rest} or {@code routeConfiguration}; the others are a mistake. */
    Optional<Part> the(String kind) {
        return root.items().stream().flatMap(item -> item.field(kind).stream()).findFirst();
    }

    private static Part part(Path file, Node node, int line, String key, Optional<Part> parent, int depth) {
        if (depth > DEEPEST) {
            throw new Mistake.Found(new Mistake(file, line, "This is nested too deeply."));
        }
        Part part = new Part(file, line, key, parent, node instanceof ScalarNode scalar ? Optional.of(value(scalar)) : Optional.empty());
        if (node instanceof MappingNode mapping) {
            for (NodeTuple field : mapping.getValue()) {
                String name = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                int at = line(field.getKeyNode());
                if (part.field(name).isPresent()) {
                    throw new Mistake.Found(new Mistake(file, at, "`" + name + "` stands here twice."));
                }
                part.put(part(file, field.getValueNode(), at, name, Optional.of(part), depth + 1));
            }
        } else if (node instanceof SequenceNode sequence) {
            part.makeList();
            for (Node item : sequence.getValue()) {
                part.add(part(file, item, line(item), "", Optional.of(part), depth + 1));
            }
        }
        return part;
    }

    private static JsonNode value(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        try {
            if (tag.equals(Tag.BOOL)) {
                return JSON.booleanNode(Boolean.parseBoolean(text));
            } else if (tag.equals(Tag.NULL)) {
                return JSON.nullNode();
            } else if (tag.equals(Tag.INT)) {
                return JSON.numberNode(new BigInteger(text));
            } else if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text));
            }
        } catch (NumberFormatException notDecimal) {
            // 0x1F, .inf and the like: numbers that no option of a route takes.
        }
        return JSON.textNode(text);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
