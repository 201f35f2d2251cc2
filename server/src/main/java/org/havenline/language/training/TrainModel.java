package org.havenline.language.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.havenline.language.grams.GramTable;
import org.havenline.language.grams.WritingSystem;

/// Makes the language model from folders of free text. Never needed to build: the model is part of
/// the project. Run: `TrainModel OUT FOLDER...`, the folders in the form [Corpus] reads.
public final class TrainModel {
  private static final int PASSES = 6;

  /// One step of a weight: coarser ones cost accuracy, finer ones megabytes.
  private static final float UNIT = 0.2f;

  private TrainModel() {}

  public static void main(String[] args) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (int at = 1; at < args.length; at++) {
      folders.add(Path.of(args[at]));
    }
    long seed = Long.getLong("seed", 20261124L);
    System.out.printf("seed %d%n", seed);
    SplittableRandom random = new SplittableRandom(seed);
    Corpus corpus = Corpus.read(folders);
    Romaniser romaniser = new Romaniser(random.split());
    Map<WritingSystem, List<TrainingClass>> systems = new EnumMap<>(WritingSystem.class);
    for (String line : classes().lines().filter(one -> !one.startsWith("#")).toList()) {
      String[] parts = line.split("\t", -1);
      WritingSystem system = WritingSystem.valueOf(parts[0]);
      TrainingClass made =
          TrainingClass.of(
              parts[1],
              Float.parseFloat(parts[2]),
              lines(corpus, romaniser, parts[3].split(" ", -1)),
              system);
      System.out.printf(
          "class %s %s: %d sentences, %d held out%n",
          system, made.language(), made.sentences().size(), made.heldOut().size());
      systems.computeIfAbsent(system, _ -> new ArrayList<>()).add(made);
    }
    try (DataOutputStream out =
        new DataOutputStream(
            new GZIPOutputStream(Files.newOutputStream(Path.of(args[0])), 1 << 16) {
              {
                def.setLevel(Deflater.BEST_COMPRESSION);
              }
            })) {
      out.writeInt(systems.size());
      for (var system : systems.entrySet()) {
        out.writeUTF(system.getKey().name());
        table(system.getKey(), system.getValue(), random.split()).write(out);
      }
    }
    System.out.printf("wrote %s: %d bytes%n", args[0], Files.size(Path.of(args[0])));
  }

  private static List<String> lines(Corpus corpus, Romaniser romaniser, String[] names) {
    List<String> plain = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith("~")) {
        String from = name.substring(1);
        for (String line : corpus.lines(List.of(from))) {
          if (lines.size() >= 12_000) {
            break;
          }
          lines.add(romaniser.write(from, line));
        }
      } else if (name.startsWith("@")) {
        lines.addAll(Names.of(name.substring(1)));
      } else {
        plain.add(name);
      }
    }
    List<String> all = new ArrayList<>(corpus.lines(plain));
    all.addAll(lines);
    return all;
  }

  private static GramTable table(
      WritingSystem system, List<TrainingClass> classes, SplittableRandom random) {
    if (system == WritingSystem.LATIN) {
      TableTrainer first = new TableTrainer(system, classes, random.split());
      int[] found = first.select(40_000);
      Tuning draft = new Tuning(system, classes, found, first.weights(found), random.split());
      classes = draft.withoutEnglish();
    }
    TableTrainer trainer = new TableTrainer(system, classes, random.split());
    int[] keys = trainer.select(gramsKept(system));
    float[][] weights = trainer.weights(keys);
    Tuning tuning = new Tuning(system, classes, keys, weights, random.split());
    tuning.judge("naive Bayes");
    for (int pass = 0; pass < PASSES; pass++) {
      tuning.pass(6_000 * classes.size(), 1f - 0.9f * pass / PASSES);
      tuning.judge("pass " + (pass + 1));
    }
    return quantise(classes, keys, weights);
  }

  /// More where more languages, or closer ones, share a script; together below 15 MB in memory.
  private static int gramsKept(WritingSystem system) {
    return switch (system) {
      case LATIN -> 110_000;
      case CYRILLIC, ARABIC, DEVANAGARI -> 60_000;
      default -> 20_000;
    };
  }

  private static GramTable quantise(List<TrainingClass> classes, int[] keys, float[][] weights) {
    float unit = UNIT;
    int width = classes.size();
    byte[] bytes = new byte[keys.length * width];
    for (int row = 0; row < keys.length; row++) {
      for (int language = 0; language < width; language++) {
        int step = Math.round(weights[row][language] / unit);
        bytes[row * width + language] = (byte) Math.clamp(step, -127, 127);
      }
    }
    float[] standing = new float[width];
    for (int language = 0; language < width; language++) {
      standing[language] = classes.get(language).standing();
    }
    return new GramTable(
        classes.stream().map(TrainingClass::language).toList(), standing, keys, bytes, unit);
  }

  private static String classes() throws IOException {
    try (InputStream in = TrainModel.class.getResourceAsStream("classes.tsv")) {
      if (in == null) {
        throw new IOException("classes.tsv is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
