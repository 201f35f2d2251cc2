package org.havenline.language.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The free texts to learn from: folders of `<source>/<name>.txt` (a sentence a line) or `.tsv` (an
/// id, a tab, a sentence). A source called `udhr` is never read: it is kept for judging.
record Corpus(Map<String, List<List<String>>> filesByName) {
  static Corpus read(List<Path> folders) throws IOException {
    Map<String, List<List<String>>> files = new HashMap<>();
    for (Path folder : folders) {
      try (Stream<Path> found = Files.walk(folder, 2)) {
        for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
          String name = file.getFileName().toString();
          String source = String.valueOf(folder.relativize(file).getName(0));
          if (name.matches(".+\\.(txt|tsv)") && !source.equals("udhr")) {
            List<String> lines = lines(file);
            files.computeIfAbsent(name.replaceAll("\\..+$", ""), _ -> new ArrayList<>()).add(lines);
            System.out.printf("read %s/%s: %d lines%n", source, name, lines.size());
          }
        }
      }
    }
    return new Corpus(files);
  }

  private static List<String> lines(Path file) throws IOException {
    boolean ids = file.toString().endsWith(".tsv");
    Set<String> seen = new HashSet<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String text = ids ? line.substring(line.indexOf('\t') + 1) : line;
      text = text.replace("\\n", " ");
      if (!text.startsWith("or_test_") && seen.add(text)) {
        lines.add(text);
      }
    }
    return lines;
  }

  /// The lines of some files, taken from each in turn, so that a cut-off takes from all alike.
  List<String> lines(List<String> names) {
    List<List<String>> files = new ArrayList<>();
    for (String name : names) {
      files.addAll(filesByName.getOrDefault(name, List.of()));
    }
    int longest = files.stream().mapToInt(List::size).max().orElse(0);
    List<String> all = new ArrayList<>();
    for (int line = 0; line < longest; line++) {
      for (List<String> file : files) {
        if (line < file.size()) {
          all.add(file.get(line));
        }
      }
    }
    return all;
  }
}
