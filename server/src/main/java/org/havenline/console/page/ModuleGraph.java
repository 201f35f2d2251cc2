package org.havenline.console.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All modules the page needs, found by following its imports: what is served, and what the browser
/// is told to fetch at once instead of level by level.
final class ModuleGraph {
  private static final Pattern IMPORT =
      Pattern.compile("\\b(?:import|export)\\b[^'\";()]*?\\bfrom\\s*[\"']([^\"']+)[\"']");
  private static final Pattern BARE = Pattern.compile("\\bimport\\s*[\"']([^\"']+)[\"']");

  private final ImportMap imports;
  private final Function<String, byte[]> read;
  private final Map<String, Asset> modules = new LinkedHashMap<>();

  private ModuleGraph(ImportMap imports, Function<String, byte[]> read) {
    this.imports = imports;
    this.read = read;
  }

  /// From the address of each module to its content, the first one first.
  static Map<String, Asset> from(String first, ImportMap imports, Function<String, byte[]> read) {
    var graph = new ModuleGraph(imports, read);
    graph.add(first);
    return graph.modules;
  }

  private void add(String address) {
    if (modules.containsKey(address)) {
      return;
    }
    var asset = Asset.of(address, read.apply(address));
    modules.put(address, asset);
    for (var name : names(asset.text())) {
      add(imports.resolve(address, name));
    }
  }

  private static List<String> names(String source) {
    return Stream.of(IMPORT, BARE)
        .flatMap(pattern -> pattern.matcher(source).results())
        .map(match -> match.group(1))
        .toList();
  }
}
