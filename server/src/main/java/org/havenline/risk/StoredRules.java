package org.havenline.risk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.havenline.routingconfig.Finding;
import org.havenline.routingconfig.risk.RiskRule;
import org.havenline.routingconfig.risk.RiskRules;

/// One set of rules, language by language. To store all takes seconds, one language a fraction of
/// one; so each is stored by whoever asks for it first, and the first message after a start does
/// not wait for twenty-seven languages it is not written in.
final class StoredRules implements AutoCloseable {
  /// Characters of a message that are read, four times what any door takes at once (WhatsApp's
  /// 4,096): a text of 50 KB then costs a third, and nobody types more in one breath.
  static final int READ = 16_384;

  private final Map<String, FutureTask<LanguageRules>> languages = new LinkedHashMap<>();
  private volatile boolean closed;

  StoredRules(RiskRules all) {
    Map<String, List<RiskRule>> byLanguage = new LinkedHashMap<>();
    for (RiskRule rule : all.rules()) {
      byLanguage.computeIfAbsent(rule.language(), _ -> new ArrayList<>()).add(rule);
    }
    byLanguage.forEach((language, rules) ->
        languages.put(language, new FutureTask<>(() -> stored(language, rules))));
  }

  /// Stores what nobody has asked for yet, one language after the other: it is done beside what
  /// people ask for, who come first.
  void storeAll() {
    languages.values().forEach(FutureTask::run);
  }

  /// Rules that cannot be used; waits until all have been tried.
  Collection<Finding> broken() {
    storeAll();
    return languages.keySet().stream().flatMap(tag -> in(tag).broken().stream()).toList();
  }

  /// Whether a language has rules of its own, or those of the same one without its region.
  boolean covers(String language) {
    String tag = language;
    while (!languages.containsKey(tag)) {
      int last = tag.lastIndexOf('-');
      boolean region = last > 0 && tag.length() - last <= 4;
      if (!region) {
        return false;
      }
      tag = tag.substring(0, last);
    }
    return !tag.equals(RiskRule.NEUTRAL);
  }

  List<Signal> find(String text, Set<String> asked) {
    String read = text.substring(0, Math.min(READ, text.length()));
    return ruled(asked).stream()
        .flatMap(language -> in(language).find(read))
        .sorted(StoredRules::byUrgency)
        .toList();
  }

  /// A signal as the rule of its id would raise it now; empty when there is none.
  Optional<Signal> renamed(Signal signal) {
    return languages.keySet().stream()
        .filter(language -> signal.ruleId().startsWith(language + "."))
        .flatMap(language -> in(language).renamed(signal).stream())
        .findFirst();
  }

  @Override
  public void close() {
    closed = true;
    for (FutureTask<LanguageRules> one : languages.values()) {
      // one that is being stored is waited for, the others are given up
      one.run();
      try {
        one.get().close();
      } catch (ExecutionException e) {
        // it never stood
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private LanguageRules stored(String language, List<RiskRule> rules) {
    if (closed) {
      throw new CancellationException("these rules are closed");
    }
    return new LanguageRules(language, rules);
  }

  private LanguageRules in(String language) {
    FutureTask<LanguageRules> task = Objects.requireNonNull(languages.get(language));
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the rules of " + language + " cannot be stored", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Those of the languages asked for that have rules: `es-MX` falls back to `es` (RFC 4647
  /// lookup).
  private Set<String> ruled(Set<String> asked) {
    Set<String> ruled = new TreeSet<>();
    ruled.add(RiskRule.NEUTRAL);
    for (String language : asked) {
      String tag = language;
      while (!languages.containsKey(tag) && tag.contains("-")) {
        tag = tag.substring(0, tag.lastIndexOf('-'));
      }
      ruled.add(tag);
    }
    ruled.retainAll(languages.keySet());
    return ruled;
  }

  private static int byUrgency(Signal one, Signal other) {
    int urgency = one.level().compareTo(other.level());
    return urgency != 0 ? urgency : one.ruleId().compareTo(other.ruleId());
  }
}
