package org.havenline.referral.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import org.havenline.audit.Author;
import org.havenline.referral.hsds.Withheld;
import org.havenline.referral.stored.Directory;

/// Writes all services. Without confidential places unless these are asked for: such a file is as
/// dangerous as the places are secret, and whoever makes one is noted.
public final class Export {

  private final Directory directory;

  public Export(Directory directory) {
    this.directory = directory;
  }

  /// A JSON list of services in the full form, or one on each line.
  ///
  /// @param places whether confidential places are in it
  /// @return how many services were written
  public int json(Writer to, boolean lines, boolean places, Author author) throws IOException {
    to.write(lines ? "" : "[\n");
    int[] n = {0};
    each(
        places,
        author,
        service -> {
          to.write(n[0] == 0 || lines ? "" : ",\n");
          to.write(service.toString());
          to.write(lines ? "\n" : "");
          n[0]++;
        });
    to.write(lines ? "" : "\n]\n");
    return n[0];
  }

  /// A package of HSDS's tables.
  ///
  /// @return how many services were written
  public int tables(TableFiles to, boolean places, Author author) throws IOException {
    int[] n = {0};
    each(
        places,
        author,
        service -> {
          to.add(service);
          n[0]++;
        });
    to.write();
    return n[0];
  }

  /// What is done with each service.
  private interface Step {
    void take(ObjectNode service) throws IOException;
  }

  private void each(boolean places, Author author, Step step) throws IOException {
    directory.audit(
        author,
        "exported",
        "directory",
        places ? "with confidential places" : "without confidential places");
    for (var all = directory.all().iterator(); all.hasNext(); ) {
      var document = all.next().document();
      step.take(places ? document : Withheld.from(document));
    }
  }
}
