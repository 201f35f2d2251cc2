package org.havenline.referral.search.kept;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The newest changes of the index, in order. One is noted before the index has it, so that no
/// state of the index holds a change that is not noted.
public final class Changes {
  /// Answers are kept for a minute; more changes than these in one are an import.
  private static final int MOST = 200;

  private final Deque<Change> newest = new ArrayDeque<>();

  /// How many there ever were before the newest.
  private long forgotten;

  /// One change: every form of every service it touches.
  public static final class Change {
    private final List<Form> forms;
    private long generation = Long.MAX_VALUE;

    private Change(List<Form> forms) {
      this.forms = forms;
    }
  }

  public synchronized Change begin(List<Form> forms) {
    Change change = new Change(List.copyOf(forms));
    newest.add(change);
    if (newest.size() > MOST) {
      newest.remove();
      forgotten++;
    }
    return change;
  }

  /// @param generation of the index, from which on a state of it has the change
  public synchronized void done(Change change, long generation) {
    change.generation = generation;
  }

  /// How many changes a state of the index surely has.
  ///
  /// @param generation of that state, or an earlier one
  public synchronized long in(long generation) {
    return forgotten + newest.stream().takeWhile(change -> change.generation <= generation).count();
  }

  /// What was touched by the changes after the first so many.
  ///
  /// @return empty when that is not known any more
  synchronized Optional<List<Form>> after(long many) {
    if (many < forgotten) {
      return Optional.empty();
    }
    List<Form> forms = new ArrayList<>();
    newest.stream().skip(many - forgotten).forEach(change -> forms.addAll(change.forms));
    return Optional.of(forms);
  }
}
