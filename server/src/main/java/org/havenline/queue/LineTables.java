package org.havenline.queue;

import org.havenline.contact.LineId;
import org.havenline.contact.journal.Ruling;
import org.havenline.tables.InForce;
import org.havenline.tables.TablesWatch;
import org.jspecify.annotations.Nullable;

/// One line's part of what is in force, put together anew only when that changes.
public final class LineTables implements Tables.Source {
  private final TablesWatch watch;
  private final LineId line;
  private volatile @Nullable Tables known;

  public LineTables(TablesWatch watch, LineId line) {
    this.watch = watch;
    this.line = line;
  }

  @Override
  public Tables get() {
    return of(watch.get());
  }

  @Override
  public Tables after(Ruling known) {
    return of(watch.after(known));
  }

  public Tables of(InForce inForce) {
    var before = known;
    if (before == null || !before.ruling().equals(inForce.ruling())) {
      before = Tables.of(inForce, line);
      known = before;
    }
    return before;
  }
}
