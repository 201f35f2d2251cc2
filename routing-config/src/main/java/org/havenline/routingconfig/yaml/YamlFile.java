package org.havenline.routingconfig.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/// One file as a tree of nodes, within limits that no honest table meets and no hostile one passes.
public final class YamlFile {
  /// 256 KiB: some 5,000 lines of rules.
  public static final int MOST_BYTES = 256 * 1024;

  private static final int DEEPEST = 12;

  private YamlFile() {}

  /// The table at the top of a file; empty when the file cannot be read as YAML, which is noted.
  public static Optional<Fields> read(String file, byte[] bytes, Ledger ledger) {
    if (bytes.length > MOST_BYTES) {
      ledger.add(
          file, 0, "the file has more than " + MOST_BYTES / 1024 + " KiB", "Split it in several");
      return Optional.empty();
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      ledger.add(file, 0, "the file is not UTF-8", "Save it as UTF-8");
      return Optional.empty();
    }
    return compose(file, text, ledger).map(node -> new Value(file, file, node, ledger).fields());
  }

  private static Optional<Node> compose(String file, String text, Ledger ledger) {
    try {
      var root = yaml().compose(new StringReader(text));
      if (root == null) {
        ledger.add(file, 0, "the file is empty", "Fill it or remove it");
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException broken) {
      var mark = broken.getProblemMark();
      ledger.add(
          file,
          mark == null ? 0 : mark.getLine() + 1,
          "not readable as YAML: " + Words.shown(String.valueOf(broken.getProblem())),
          "Look at the indentation, the colons and the quotes of this line and the one above");
    } catch (ReaderException odd) {
      int end = Math.min(Math.max(odd.getPosition(), 0), text.length());
      ledger.add(
          file,
          1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count(),
          "a character that YAML does not allow",
          "Remove it and type the line anew");
    } catch (YAMLException beyond) {
      ledger.add(
          file,
          0,
          "beyond what a table may be: " + Words.shown(String.valueOf(beyond.getMessage())),
          "Write it flat, without & and * and at most " + DEEPEST + " levels deep");
    }
    return Optional.empty();
  }

  /// A reader within these limits.
  public static Yaml yaml() {
    var limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_BYTES);
    limits.setNestingDepthLimit(DEEPEST);
    // an alias may stand for a word, never for a table: that is how a small file grows without end
    limits.setMaxAliasesForCollections(0);
    limits.setAllowRecursiveKeys(false);
    return new Yaml(
        new SafeConstructor(limits),
        new Representer(new org.yaml.snakeyaml.DumperOptions()),
        new org.yaml.snakeyaml.DumperOptions(),
        limits);
  }
}
