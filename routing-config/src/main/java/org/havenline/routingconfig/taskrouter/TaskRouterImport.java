package org.havenline.routingconfig.taskrouter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.yaml.Ledger;

/// Tables that decide as a TaskRouter workspace does, and what will be different.
///
/// @param files name → content
/// @param warnings each thing that differs; a table is written all the same
/// @param findings what could not be read: nothing should be put in force
public record TaskRouterImport(
    Map<String, String> files, List<Finding> warnings, List<Finding> findings) {

  public static TaskRouterImport of(Path folder) {
    var ledger = new Ledger();
    var workspace = new WorkspaceReader(ledger).read(folder);
    var warnings = new Warnings();
    var ids = new Ids();
    var attributes = new TaskAttributes();
    var workflows = new WorkflowWriter(workspace, attributes, warnings, ids);
    var files = new TreeMap<String, String>();
    files.put("responders.yaml", StaffWriter.write(workspace, warnings, ids));
    files.put("plans.yaml", workflows.plans());
    files.put("lines.yaml", workflows.lines());
    return new TaskRouterImport(files, warnings.all(), ledger.close());
  }

  /// Writes the files into a folder that is empty or not there yet.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException when one of them is there: nothing of an
  ///   administrator's is ever replaced
  public void writeInto(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      Files.writeString(
          folder.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
    }
  }

  /// Ids made of names, each once.
  static final class Ids {
    private static final int LONGEST = 34;
    private final Set<String> taken = new HashSet<>();

    /// The last one given to a name: thirty thousand without a name must not each count from 2.
    private final Map<String, Integer> numbers = new HashMap<>();

    String of(String kind, String name) {
      var words =
          name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
      var id = words.isEmpty() ? kind : words.substring(0, Math.min(words.length(), LONGEST));
      var free = id;
      while (!taken.add(kind + " " + free)) {
        free = id + "-" + numbers.merge(kind + " " + id, 2, (last, _) -> last + 1);
      }
      return free;
    }
  }
}
