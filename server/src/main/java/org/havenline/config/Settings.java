package org.havenline.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Settings by name, from the YAML file named by `HAVENLINE_CONFIG` and from `HAVENLINE_*`
/// variables, which win. `HAVENLINE_HTTP_PORT` and `http-port:` are the same setting.
final class Settings {
  private static final String PREFIX = "HAVENLINE_";

  static final Set<String> KNOWN =
      Set.of(
          "http-host",
          "http-port",
          "management-port",
          "public-url",
          "data-dir",
          "redis-url",
          "twilio-account-sid",
          "twilio-auth-token",
          "twilio-api-url",
          "twilio-api-key-sid",
          "twilio-api-key-secret",
          "routing-config",
          "translations",
          "publish-directory",
          "exit-url",
          "embed-origins",
          "trusted-proxies",
          "smtp-host",
          "smtp-port",
          "smtp-user",
          "smtp-password",
          "smtp-from",
          "demo");

  private final Map<String, String> values = new TreeMap<>();
  private final List<String> faults;

  private Settings(List<String> faults) {
    this.faults = faults;
  }

  /// @param faults gets a sentence for everything that is wrong
  static Settings read(Map<String, String> environment, List<String> faults) {
    var settings = new Settings(faults);
    var file = environment.get(PREFIX + "CONFIG");
    if (file != null) {
      settings.addFile(Path.of(file));
    }
    environment.forEach(settings::addVariable);
    return settings;
  }

  private void addVariable(String name, String value) {
    if (name.startsWith(PREFIX) && !name.equals(PREFIX + "CONFIG")) {
      add(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-'), value, name);
    }
  }

  private void addFile(Path file) {
    try {
      var root = new YAMLMapper().readTree(Files.readString(file));
      if (root == null || !root.isObject()) {
        faults.add("%s: write settings as 'name: value', one a line.".formatted(file));
        return;
      }
      root.properties().forEach(entry -> addEntry(file, entry));
    } catch (JsonProcessingException e) {
      var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add("%s:%d this is not YAML. Correct the line.".formatted(file, line));
    } catch (IOException e) {
      faults.add("HAVENLINE_CONFIG: the file %s cannot be read. Correct the path.".formatted(file));
    }
  }

  private void addEntry(Path file, Map.Entry<String, JsonNode> entry) {
    var where = file + ": " + entry.getKey();
    if (entry.getValue().isValueNode()) {
      add(entry.getKey(), entry.getValue().asText(), where);
    } else {
      faults.add(where + " must be one value.");
    }
  }

  private void add(String name, String value, String where) {
    if (KNOWN.contains(name)) {
      values.put(name, value);
    } else {
      faults.add(
          "%s is not a setting. Remove it, or write one of: %s."
              .formatted(where, String.join(", ", KNOWN.stream().sorted().toList())));
    }
  }

  /// A setting that was given and is not blank.
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /// Adds a fault about one setting, under the name of its variable.
  void fault(String name, String sentence) {
    faults.add(variable(name) + " " + sentence);
  }

  static String variable(String name) {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
