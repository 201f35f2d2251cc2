package org.havenline.referral.imports.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The forms of directories that are not HSDS, each a small YAML file: which file, by which fields
/// it is known, and where its fields go. Those of the files that ship are tried after one's own.
public final class Forms {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> SHIPPED =
      List.of("baltimore.yaml", "florida.yaml", "illinois.yaml", "irc.yaml", "jordan.yaml");

  private final List<Form> forms;

  private Forms(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /// Those that come with the server.
  public static Forms shipped() {
    var forms = new ArrayList<Form>();
    for (var name : SHIPPED) {
      try (var in = Forms.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the form " + name + " is missing");
        }
        forms.addAll(parse(in));
      } catch (IOException e) {
        throw new IllegalStateException("the form " + name + " cannot be read", e);
      }
    }
    return new Forms(forms);
  }

  /// These, with those of a file in front.
  ///
  /// @throws IOException with a sentence about what is wrong in it
  public Forms and(InputStream own) throws IOException {
    var all = new ArrayList<>(parse(own));
    all.addAll(forms);
    return new Forms(all);
  }

  private static List<Form> parse(InputStream in) throws IOException {
    var files = YAML.readTree(in).path("files");
    if (!files.isArray() || files.isEmpty()) {
      throw new IOException("it needs a list 'files'");
    }
    var forms = new ArrayList<Form>();
    for (JsonNode file : files) {
      forms.add(Form.parse(file));
    }
    return forms;
  }

  /// The first that knows a row of this file.
  public Optional<Form> of(String file, ObjectNode row) {
    return forms.stream().filter(form -> form.knows(file, row)).findFirst();
  }
}
