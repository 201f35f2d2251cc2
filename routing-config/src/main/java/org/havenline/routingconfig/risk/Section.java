package org.havenline.routingconfig.risk;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.yaml.YamlFile;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// One mapping of a YAML file, read key by key. Whatever is wrong is noted with its line and
/// reading goes on, so that all faults are seen at once.
final class Section {
  private final String file;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final List<Finding> faults;

  private Section(String file, MappingNode node, List<Finding> faults) {
    this.file = file;
    this.line = line(node);
    this.faults = faults;
    for (var entry : node.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.put(key, entry.getValueNode()) != null) {
        fault(line(entry.getKeyNode()), key + " stands twice", "Keep one of them");
      }
    }
  }

  /// Empty when the file cannot be read as YAML at all.
  static Optional<Section> read(String name, byte[] bytes, List<Finding> faults) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Node root = YamlFile.yaml().compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        return Optional.of(new Section(name, mapping, faults));
      }
      faults.add(new Finding(name, 1, "is not a list of keys", "Start it like neutral.yaml"));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      faults.add(new Finding(name, line, String.valueOf(e.getProblem()), "Mend the YAML"));
    } catch (YAMLException | CharacterCodingException e) {
      faults.add(new Finding(name, 0, "cannot be read as UTF-8 YAML", "Save it as UTF-8"));
    }
    return Optional.empty();
  }

  int line() {
    return line;
  }

  String file() {
    return file;
  }

  void allow(Set<String> keys) {
    values.forEach((key, node) -> {
      if (!keys.contains(key)) {
        String known = keys.stream().sorted().collect(Collectors.joining(", "));
        fault(line(node), key + " is not a known key", "Known keys: " + known);
      }
    });
  }

  Optional<String> text(String key) {
    Node node = values.get(key);
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    if (node != null) {
      fault(line(node), key + " must be one text", "Write it on one line");
    }
    return Optional.empty();
  }

  /// One text or a list of texts; nothing when the key is missing.
  List<String> texts(String key) {
    Node node = values.get(key);
    return node == null ? List.of() : texts(key, node);
  }

  List<Section> sections(String key) {
    List<Section> found = new ArrayList<>();
    if (values.get(key) instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof MappingNode mapping) {
          found.add(new Section(file, mapping, faults));
        } else {
          fault(
              line(item), "an entry of " + key + " has no keys", "Indent its keys under the dash");
        }
      }
    }
    return found;
  }

  Optional<Section> section(String key) {
    return values.get(key) instanceof MappingNode mapping
        ? Optional.of(new Section(file, mapping, faults))
        : Optional.empty();
  }

  Set<String> keys() {
    return values.keySet();
  }

  void fault(String key, String fault, String remedy) {
    Node node = values.get(key);
    fault(node == null ? line : line(node), fault, remedy);
  }

  private void fault(int at, String fault, String remedy) {
    faults.add(new Finding(file, at, fault, remedy));
  }

  private List<String> texts(String key, Node node) {
    return switch (node) {
      case ScalarNode scalar -> List.of(scalar.getValue());
      case SequenceNode list ->
          list.getValue().stream().flatMap(item -> texts(key, item).stream()).toList();
      default -> {
        fault(line(node), key + " must be a text or a list of texts", "Put quotes around the text");
        yield List.of();
      }
    };
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
