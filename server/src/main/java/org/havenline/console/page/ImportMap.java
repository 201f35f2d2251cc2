package org.havenline.console.page;

import java.util.Map;
import java.util.TreeMap;

/// What bare names in `import` mean to the browser; a name that ends in `/` stands for all below.
record ImportMap(Map<String, String> imports) {
  static final String ROOT = "/desk/";
  static final String LIBRARIES = ROOT + "lib/";

  ImportMap {
    imports = new TreeMap<>(imports);
  }

  /// The address a module means by `name`.
  String resolve(String from, String name) {
    if (name.startsWith("./") || name.startsWith("../")) {
      return java.net.URI.create(from).resolve(name).toString();
    }
    var exact = imports.get(name);
    if (exact != null) {
      return exact;
    }
    var folder = name.substring(0, name.lastIndexOf('/') + 1);
    for (; !folder.isEmpty(); folder = parent(folder)) {
      var address = imports.get(folder);
      if (address != null) {
        return address + name.substring(folder.length());
      }
    }
    throw new IllegalStateException(from + " imports " + name + ", which is in no library");
  }

  /// As JSON; names and addresses are ours and hold nothing to escape.
  String json() {
    var entries = new StringBuilder();
    imports.forEach((name, address) ->
        entries
            .append(entries.isEmpty() ? "" : ",")
            .append("\"%s\":\"%s\"".formatted(name, address)));
    return "{\"imports\":{" + entries + "}}";
  }

  private static String parent(String folder) {
    return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }
}
