package org.havenline.simulator.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.havenline.simulator.voice.rest.Exchange;
import org.havenline.simulator.web.Form;
import org.havenline.simulator.web.Reply;
import org.yaml.snakeyaml.LoaderOptions;

/// Twilio's OpenAPI description, which lies beside the project on some machines only: what is wrong
/// with a request, and with the simulator's answer.
public final class Description {
  private static final Path FILE = Path.of("shared/data/twilio/twilio_api_v2010.yaml");
  private static final int MOST_CHARACTERS = 10_000_000;

  private final JsonNode root;

  private Description(JsonNode root) {
    this.root = root;
  }

  /// Empty where it is not.
  public static Optional<Description> find() throws IOException {
    var file =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(at -> at.resolve(FILE))
            .filter(Files::exists)
            .findFirst();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    var options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    var mapper = new YAMLMapper(YAMLFactory.builder().loaderOptions(options).build());
    return Optional.of(new Description(mapper.readTree(file.get().toFile())));
  }

  public List<String> faults(List<Exchange> exchanges) {
    return exchanges.stream().flatMap(one -> faults(one).stream()).distinct().toList();
  }

  public List<String> faults(Exchange exchange) {
    var asked = exchange.asked();
    var where = asked.method() + " " + asked.path();
    var operation = operation(asked.method(), asked.path());
    if (operation.isEmpty()) {
      return List.of(where + ": no such operation");
    }
    var faults = new ArrayList<String>();
    boolean get = asked.method().equals("GET");
    request(operation.get(), get, get ? asked.query() : asked.form())
        .forEach(fault -> faults.add(where + ": " + fault));
    if (exchange.reply() instanceof Reply.Json(var status, var body) && status < 300) {
      var answer = operation.get().path("responses").path(Integer.toString(status));
      if (answer.isMissingNode()) {
        faults.add(where + ": does not answer " + status);
      }
      object(answer.path("content").path("application/json").path("schema"), body, "")
          .forEach(fault -> faults.add(where + " answers: " + fault));
    }
    return faults;
  }

  private Optional<JsonNode> operation(String method, String path) {
    var wanted = path.endsWith(".json") ? path : path + ".json";
    return root.path("paths")
        .propertyStream()
        .filter(entry -> pattern(entry.getKey()).matcher(wanted).matches())
        .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
        .filter(found -> !found.isMissingNode())
        .findFirst();
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[A-Za-z]+}", "[^/.]+"));
  }

  private List<String> request(JsonNode operation, boolean get, Form form) {
    var faults = new ArrayList<String>();
    var schema =
        operation
            .path("requestBody")
            .path("content")
            .path("application/x-www-form-urlencoded")
            .path("schema");
    for (var field : form.fields()) {
      var kind =
          get ? parameter(operation, field.name()) : schema.path("properties").path(field.name());
      if (kind.isMissingNode()) {
        faults.add("no field " + field.name());
      } else if (!fits(resolved(kind), field.value())) {
        faults.add(field.name() + " may not be \"" + field.value() + "\"");
      }
    }
    schema
        .path("required")
        .forEach(name -> {
          if (form.first(name.asText()).isEmpty()) {
            faults.add(name.asText() + " is missing");
          }
        });
    return faults;
  }

  private static JsonNode parameter(JsonNode operation, String name) {
    for (var parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter.path("schema");
      }
    }
    return MissingNode.getInstance();
  }

  private JsonNode resolved(JsonNode schema) {
    var reference = schema.path("$ref").asText();
    return reference.isEmpty() ? schema : resolved(root.at(reference.substring(1)));
  }

  private boolean fits(JsonNode schema, String value) {
    return switch (schema.path("type").asText()) {
      case "integer" -> value.matches("-?[0-9]{1,9}") && within(schema, Integer.parseInt(value));
      case "boolean" -> value.matches("true|false");
      case "array" -> fits(resolved(schema.path("items")), value);
      default -> word(schema, value);
    };
  }

  private static boolean within(JsonNode schema, int value) {
    return value >= schema.path("minimum").asInt(Integer.MIN_VALUE)
        && value <= schema.path("maximum").asInt(Integer.MAX_VALUE);
  }

  private static boolean word(JsonNode schema, String value) {
    var words = new ArrayList<String>();
    schema.path("enum").forEach(word -> words.add(word.asText()));
    return switch (schema.path("format").asText()) {
          case "uri" -> value.matches("(https?://[^\\s/_]+)?(/\\S*)?");
          case "http-method" -> value.matches("GET|POST");
          default -> true;
        }
        && (words.isEmpty() || words.contains(value))
        && value.matches(schema.path("pattern").asText(".*"))
        && value.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE);
  }

  private List<String> object(JsonNode reference, JsonObject body, String at) {
    var properties = resolved(reference).path("properties");
    var faults = new ArrayList<String>();
    for (var field : body) {
      var schema = resolved(properties.path(field.getKey()));
      var here = at + field.getKey();
      if (schema.isMissingNode()) {
        faults.add("no property " + here);
        continue;
      }
      switch (field.getValue()) {
        case null -> {
          // Twilio's own examples show null for words of which the schema does not say so
          if (!schema.path("nullable").asBoolean() && schema.path("enum").isMissingNode()) {
            faults.add(here + " may not be null");
          }
        }
        case JsonArray all ->
            all.forEach(
                one -> faults.addAll(object(schema.path("items"), (JsonObject) one, here + "/")));
        case String text -> {
          if (!schema.path("type").asText().equals("string") || !word(schema, text)) {
            faults.add(here + " may not be \"" + text + "\"");
          }
        }
        case Boolean _ -> type(schema, "boolean", here, faults);
        case Integer _ -> type(schema, "integer", here, faults);
        default -> {}
      }
    }
    return faults;
  }

  private static void type(JsonNode schema, String type, String here, List<String> faults) {
    if (!schema.path("type").asText().equals(type)) {
      faults.add(here + " is no " + type);
    }
  }
}
