package org.havenline.hsds;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// HSDS's own JSON schemas, which lie beside the project on some machines only.
final class Schemas {
  private static final String FOLDER = "shared/data/hsds-spec/schema";

  private final Path folder;
  private final Map<String, Validator> known = new HashMap<>();

  /// The test is skipped, visibly, where they are absent.
  Schemas() {
    var found =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(at -> at.resolve(FOLDER))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(found.isPresent(), "no ../shared/data beside the project: nothing to validate with");
    folder = found.orElseThrow();
  }

  /// What is wrong with a document.
  ///
  /// @param name of the schema, `compiled/service`
  List<String> faults(String name, JsonObject document) {
    var result = known.computeIfAbsent(name, this::read).validate(document);
    return Boolean.TRUE.equals(result.getValid())
        ? List.of()
        : result.getErrors().stream()
            .map(one -> one.getInstanceLocation() + " " + one.getError())
            .toList();
  }

  private Validator read(String name) {
    try {
      var schema = new JsonObject(Files.readString(folder.resolve(name + ".json")));
      // `$ref` to a neighbour: taxonomy_term names taxonomy, both name metadata
      schema.put("$id", "app://hsds/" + name);
      var options =
          new JsonSchemaOptions()
              .setDraft(Draft.DRAFT202012)
              .setBaseUri("app://hsds/")
              .setOutputFormat(OutputFormat.Basic);
      return Validator.create(JsonSchema.of(resolved(schema)), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// With the schemas it names in their place.
  private JsonObject resolved(JsonObject schema) throws IOException {
    var properties = schema.getJsonObject("properties", new JsonObject());
    for (var name : List.copyOf(properties.fieldNames())) {
      var property = properties.getJsonObject(name);
      var items = property.getJsonObject("items");
      if (property.containsKey("$ref")) {
        properties.put(name, named(property.getString("$ref")));
      } else if (items != null && items.containsKey("$ref")) {
        property.put("items", named(items.getString("$ref")));
      }
    }
    return schema;
  }

  private JsonObject named(String file) throws IOException {
    return resolved(new JsonObject(Files.readString(folder.resolve(file))));
  }
}
