package org.havenline.referral.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import org.havenline.referral.hsds.Table;
import org.havenline.referral.imports.files.CsvFile;
import org.havenline.referral.imports.files.JsonFile;
import org.havenline.referral.imports.files.Limits;
import org.havenline.referral.imports.files.Rows;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;
import org.havenline.referral.imports.tables.Documents;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.imports.tables.Services;
import org.havenline.referral.imports.tables.TableSet;

/// Gathers services from files of any known kind; those of tables when [#join] is called.
final class Gathering {
  private final Ledger ledger;
  private final Forms forms;
  private final Services services;
  private final TableSet tables;
  private final Documents documents;
  private long rows;

  Gathering(Ledger ledger, Forms forms, Services services) {
    this.ledger = ledger;
    this.forms = forms;
    this.services = services;
    this.tables = new TableSet(ledger);
    this.documents = new Documents(ledger, services, tables);
  }

  /// Whether a file of this name may hold services. What describes a package holds none.
  static boolean known(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.matches(".*\\.(csv|json|jsonl|ndjson)") && !lower.equals("datapackage.json");
  }

  /// @return what stands beside the records of a page
  /// @throws IOException when it cannot be read
  ObjectNode file(String name, BufferedReader reader) throws IOException {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      CsvFile.read(name, reader, limited(new TableRows(name)));
      return Limits.json().createObjectNode();
    }
    boolean lines = lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    return JsonFile.read(name, reader, lines, limited(new JsonRows()));
  }

  void join() {
    tables.join(services);
  }

  private Rows limited(Rows to) {
    return new Rows() {
      @Override
      public void row(ObjectNode row, Origin origin) {
        if (++rows <= Limits.ROWS) {
          to.row(row, origin);
        } else {
          to.brokenOff(origin, "more rows than any directory has");
        }
      }

      @Override
      public void broken(Origin origin, String reason) {
        to.broken(origin, reason);
      }

      @Override
      public void brokenOff(Origin origin, String reason) {
        to.brokenOff(origin, reason);
      }
    };
  }

  /// A row that a form maps to a table or a whole service.
  private boolean mapped(ObjectNode row, Origin origin) {
    var form = forms.of(origin.file(), row);
    form.ifPresent(found -> {
      ledger.read(origin.file());
      for (var made : found.rows(row)) {
        if (found.table() == Table.SERVICE && !found.joined()) {
          services.service(made, origin);
        } else {
          tables.add(found.table(), made, origin);
        }
      }
    });
    return form.isPresent();
  }

  private final class JsonRows implements Rows {
    @Override
    public void row(ObjectNode row, Origin origin) {
      if (!mapped(row, origin)) {
        documents.row(row, origin);
      }
    }

    @Override
    public void broken(Origin origin, String reason) {
      documents.broken(origin, reason);
    }

    @Override
    public void brokenOff(Origin origin, String reason) {
      documents.brokenOff(origin, reason);
    }
  }

  private final class TableRows implements Rows {
    private final String name;

    TableRows(String name) {
      this.name = name;
    }

    @Override
    public void row(ObjectNode row, Origin origin) {
      if (mapped(row, origin)) {
        return;
      }
      ledger.read(name);
      Table.ofFile(name)
          .ifPresentOrElse(
              table -> tables.add(table, row, origin),
              () ->
                  ledger.rejected(
                      origin, "", "its file is no table of HSDS, and no form is known for it"));
    }

    @Override
    public void broken(Origin origin, String reason) {
      documents.broken(origin, reason);
    }

    @Override
    public void brokenOff(Origin origin, String reason) {
      documents.brokenOff(origin, reason);
    }
  }
}
