package org.havenline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.havenline.routingconfig.Channel;
import org.havenline.routingconfig.Reading;
import org.havenline.routingconfig.RiskLevel;
import org.havenline.routingconfig.RoutingTables;

/// Tables written as YAML by chance and read as an administrator's are, with what was written kept
/// beside them: an oracle must not ask the reader it checks.
///
/// @param members by id
/// @param interpreters who may be called in, by id
/// @param minorsNeed skill and level, empty: nothing
/// @param headStarts rule → risk → minutes
/// @param mostAtOnce so many at most may be asked about one at once, by any rule or step
public record RandomTables(
    RoutingTables tables,
    Map<String, Member> members,
    Map<String, Member> interpreters,
    Map<String, Integer> minorsNeed,
    Map<String, Map<RiskLevel, Integer>> headStarts,
    int mostAtOnce) {

  public static final List<String> LANGUAGES =
      List.of("en", "es", "fa", "prs", "ur", "hi", "sr", "hr");
  public static final List<String> COMMUNITIES = List.of("hills", "coast", "river", "town");
  private static final List<String> SKILLS = List.of("crisis", "minors", "law");
  private static final List<String> LEVELS = List.of("native", "fluent", "working", "basic");
  private static final List<String> ORDERS =
      List.of("longest-idle", "least-loaded", "best-language");
  private static final List<String> CONDITIONS =
      List.of(
          "risk == IMMEDIATE",
          "risk >= HIGH",
          "minor",
          "channel == VOICE",
          "WOMAN in wishes",
          "language == \"es\"");

  /// @param gender `woman`, `man` or empty
  public record Member(
      String gender,
      Set<String> communities,
      Map<String, Integer> skills,
      Map<Channel, Integer> capacity,
      Map<String, String> languages) {}

  public static String responder(int i) {
    return "r" + i;
  }

  /// @param file to write them to; its folder holds nothing else
  public static RandomTables write(Path file, int responders, SplittableRandom random) {
    var yaml = new StringBuilder();
    yaml.append(
        """
        lines:
          - {id: demo, name: Demo, numbers: [{number: "+15005550006", channels: [sms]}], languages: [en],
             country: US, time-zone: UTC, plan: all}
        queues: [{id: all, name: All}, {id: urgent, name: Urgent}]
        on-call: [{id: boss, numbers: ["+12025550199"]}]
        understanding:
          - {speakers-of: [fa, prs], understand: [fa, prs], spoken: fluent, written: working}
          - {speakers-of: [ur, hi], understand: [ur, hi], spoken: fluent}
        """);
    list(yaml, "skills", SKILLS);
    list(yaml, "communities", COMMUNITIES);
    var need = random.nextInt(5) == 0 ? Map.<String, Integer>of() : levels(random, 1);
    int mostAtOnce = 1 + random.nextInt(3);
    var headStarts = plan(yaml, need, mostAtOnce, random);
    escalation(yaml, mostAtOnce, random);
    var members = new HashMap<String, Member>();
    yaml.append("responders:\n");
    for (int i = 0; i < responders; i++) {
      members.put(responder(i), member(yaml, responder(i), random));
    }
    var interpreters = new HashMap<String, Member>();
    yaml.append("interpreters:\n");
    for (int i = 0; i < 4; i++) {
      interpreters.put("i" + i, interpreter(yaml, "i" + i, random));
    }
    return new RandomTables(
        read(file, yaml.toString()), members, interpreters, need, headStarts, mostAtOnce);
  }

  private static Map<String, Map<RiskLevel, Integer>> plan(
      StringBuilder yaml, Map<String, Integer> need, int mostAtOnce, SplittableRandom random) {
    yaml.append("plans:\n  - id: all\n");
    if (!need.isEmpty()) {
      yaml.append("    minors-need: ").append(flow(need)).append('\n');
    }
    yaml.append("    known-first: " + random.nextInt(60) + "s\n");
    if (random.nextBoolean()) {
      yaml.append(
          "    welfare: {high-risk-in-a-row: %d, break: %dm}\n"
              .formatted(1 + random.nextInt(4), 1 + random.nextInt(20)));
    }
    yaml.append("    rules:\n");
    var headStarts = new HashMap<String, Map<RiskLevel, Integer>>();
    int rules = 2 + random.nextInt(4);
    for (int i = 0; i < rules; i++) {
      var starts = headStarts(random);
      headStarts.put("rule" + i, starts);
      yaml.append(
          """
                - id: rule%d
          %s        queue: %s
                  language: %s
                  level: %s
                  skills: %s
                  order: %s
                  ask: %d
                  head-start: {immediate: %dm, high: %dm, elevated: %dm, standard: %dm}
                  offer-timeout: %ds
                  escalation: steps
          """
              .formatted(
                  i,
                  i == rules - 1 ? "" : "        when: " + one(CONDITIONS, random) + "\n",
                  random.nextBoolean() ? "all" : "urgent",
                  random.nextInt(4) == 0 ? "any" : "contact",
                  one(LEVELS, random),
                  flow(random.nextInt(3) == 0 ? levels(random, 1) : Map.of()),
                  one(ORDERS, random),
                  1 + random.nextInt(mostAtOnce),
                  starts.get(RiskLevel.IMMEDIATE),
                  starts.get(RiskLevel.HIGH),
                  starts.get(RiskLevel.ELEVATED),
                  starts.get(RiskLevel.STANDARD),
                  10 + random.nextInt(50)));
    }
    return headStarts;
  }

  /// A lower risk never has the longer one.
  private static Map<RiskLevel, Integer> headStarts(SplittableRandom random) {
    var starts = new HashMap<RiskLevel, Integer>();
    int most = 60;
    for (var risk : RiskLevel.values()) {
      most = random.nextInt(most + 1);
      starts.put(risk, most);
    }
    return starts;
  }

  private static void escalation(StringBuilder yaml, int mostAtOnce, SplittableRandom random) {
    yaml.append(
        """
        escalations:
          - id: steps
            steps:
              - {after: %ds, offer: {language: any-level}}
              - {after: 30s, tell: waiting}
              - {after: %ds, interpreter: %s}
              - {after: 95s, offer: {language: any, skills: any, order: %s, ask: %d}}
              - {after: 100s, offer: {language: any, skills: any, breaks: any}}
              - {after: 200s, page: boss}
        """
            .formatted(
                random.nextInt(30),
                30 + random.nextInt(60),
                one(LEVELS, random),
                one(ORDERS, random),
                1 + random.nextInt(mostAtOnce)));
  }

  private static Member member(StringBuilder yaml, String id, SplittableRandom random) {
    var gender = List.of("woman", "man", "").get(random.nextInt(3));
    var communities = communities(random);
    var skills = levels(random, 3);
    var capacity = new HashMap<Channel, Integer>();
    for (var channel : Channel.values()) {
      capacity.put(channel, random.nextInt(channel == Channel.VOICE ? 2 : 4));
    }
    var languages = languages(random);
    yaml.append("  - {id: " + id + ", name: X, roles: [responder], languages: " + flow(languages));
    yaml.append(", skills: " + flow(skills) + ", communities: " + communities);
    yaml.append(
        ", capacity: "
            + flow(
                capacity.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            e -> e.getKey().name().toLowerCase(Locale.ROOT),
                            Map.Entry::getValue))));
    yaml.append(gender.isEmpty() ? "}\n" : ", gender: " + gender + "}\n");
    return new Member(gender, communities, skills, capacity, languages);
  }

  private static Member interpreter(StringBuilder yaml, String id, SplittableRandom random) {
    var member = new Member("", communities(random), Map.of(), Map.of(), languages(random));
    yaml.append("  - {id: " + id + ", name: X, number: \"+12025550198\"");
    yaml.append(", languages: " + flow(member.languages()));
    yaml.append(", communities: " + member.communities() + "}\n");
    return member;
  }

  private static Set<String> communities(SplittableRandom random) {
    var communities = new HashSet<String>();
    for (int n = random.nextInt(3); n > 0; n--) {
      communities.add(one(COMMUNITIES, random));
    }
    return communities;
  }

  private static Map<String, String> languages(SplittableRandom random) {
    var languages = new HashMap<String, String>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      languages.put(one(LANGUAGES, random), one(LEVELS, random));
    }
    return languages;
  }

  private static Map<String, Integer> levels(SplittableRandom random, int most) {
    var levels = new HashMap<String, Integer>();
    for (int n = most == 1 ? 1 : random.nextInt(most + 1); n > 0; n--) {
      levels.put(one(SKILLS, random), 1 + random.nextInt(3));
    }
    return levels;
  }

  private static void list(StringBuilder yaml, String key, List<String> ids) {
    var rows = new ArrayList<String>();
    ids.forEach(id -> rows.add("{id: " + id + ", name: X}"));
    yaml.append(key + ": " + rows + "\n");
  }

  private static String flow(Map<String, ?> map) {
    return map.toString().replace("=", ": ");
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  private static RoutingTables read(Path file, String yaml) {
    try {
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var folder = java.util.Objects.requireNonNull(file.getParent());
    return switch (RoutingTables.read(folder, Set.of("waiting"))) {
      case Reading.Sound(var tables) -> tables;
      case Reading.Faulty(var findings) -> throw new AssertionError(findings + "\n" + yaml);
    };
  }
}
