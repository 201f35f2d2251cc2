package org.havenline.referral.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.havenline.audit.Author;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.imports.files.Limits;
import org.havenline.referral.imports.report.Ledger;
import org.havenline.referral.imports.report.Origin;
import org.havenline.referral.imports.tables.Forms;
import org.havenline.referral.imports.tidy.Filling;
import org.havenline.referral.imports.tidy.Tidy;
import org.havenline.referral.stored.Directory;
import org.havenline.referral.stored.Mark;

/// An import into the directory: first what it would do, then, if that is wanted, doing it.
public final class Import {
  private static final int LONGEST_ID = 200;

  private final Directory directory;
  private final Forms forms;

  public Import(Directory directory, Forms forms) {
    this.directory = directory;
    this.forms = forms;
  }

  /// Reads all of a source and compares; changes nothing.
  ///
  /// @param name of the source in the directory; a service belongs to one source
  /// @throws UnreadableSource when there is nothing to read
  public Preview preview(Source source, String name) {
    var reading = new Taking(name.strip());
    var gathering = new Gathering(reading.ledger, forms, reading::take);
    try {
      switch (source) {
        case Source.Place place -> LocalFiles.gather(place, gathering, reading.ledger);
        case Source.Text text -> gathering.file(text.file(), text.reader());
        case Source.Texts texts -> gather(texts, gathering);
        case Source.Web web -> new WebPages(web).gather(gathering, reading.ledger);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableSource(
          "It cannot be read. Check the name, its rights and the connection.");
    }
    gathering.join();
    return new Comparison(directory, reading.source, reading.marks, reading.ledger)
        .of(reading.pending);
  }

  private static void gather(Source.Texts texts, Gathering gathering) throws IOException {
    var files = texts.files().stream().filter(one -> Gathering.known(one.file())).toList();
    if (files.isEmpty()) {
      throw new UnreadableSource(
          "There is no .csv, .json, .jsonl or .ndjson file in it. Choose another one.");
    }
    for (var one : files) {
      gathering.file(one.file(), one.reader());
    }
  }

  /// Does what was shown. A record that somebody changed in between stays as it is.
  ///
  /// @return those records
  public List<ServiceId> apply(Preview preview, Author author) {
    directory.audit(
        author,
        "imported",
        "source " + preview.source(),
        "%d added, %d changed, %d unchanged, %d missing"
            .formatted(
                preview.added().size(),
                preview.changed().size(),
                preview.unchanged(),
                preview.missing().size()));
    return directory.put(preview.puts());
  }

  /// Takes services while a source is read.
  private final class Taking {
    private final String source;
    private final Ledger ledger = new Ledger();
    private final Map<ServiceId, Mark> marks = directory.marks();
    private final Map<ServiceId, Pending> pending = new LinkedHashMap<>();

    Taking(String source) {
      this.source = source;
    }

    void take(ObjectNode raw, Origin origin) {
      Set<Origin> rows =
          raw.findValuesAsText(Origin.FIELD).stream()
              .map(Origin::parse)
              .collect(Collectors.toSet());
      try {
        tidied(raw, origin)
            .ifPresentOrElse(
                reason -> ledger.rejected(origin, "", reason),
                () -> {
                  ledger.taken(origin);
                  rows.forEach(ledger::taken);
                });
      } catch (RuntimeException e) {
        // whatever one record does, the others are read
        ledger.rejected(origin, "", "no document that can be kept");
      }
    }

    /// Why it is rejected.
    private Optional<String> tidied(ObjectNode raw, Origin origin) {
      var bare = raw.deepCopy();
      strip(bare);
      var original = Packed.of(bare);
      var reason = Tidy.service(raw, origin, ledger, pending.containsKey(Reading.id(raw)));
      var packed = Packed.of(raw);
      var service = packed.document();
      var id = Reading.id(service);
      if (reason.isPresent()) {
        return reason;
      }
      if (id.value().length() > LONGEST_ID) {
        return Optional.of("its id is longer than %d characters".formatted(LONGEST_ID));
      }
      if (service.toString().length() > Limits.RECORD) {
        return Optional.of("larger than any record");
      }
      var mark = marks.getOrDefault(id, Mark.NONE);
      if (mark.revision() > 0 && !mark.source().equals(source)) {
        return Optional.of(
            "a service with its id belongs to the source '%s'".formatted(mark.source()));
      }
      var kept = bare.equals(service) ? Optional.<Packed>empty() : Optional.of(original);
      pending.merge(id, new Pending(packed, kept), (first, later) -> filled(first, later, origin));
      return Optional.empty();
    }

    private Pending filled(Pending first, Pending later, Origin origin) {
      var service = first.service().document();
      boolean contradicted = Filling.fill(service, later.service().document());
      ledger.repaired(
          origin,
          "id",
          contradicted
              ? "the service came before and says otherwise: only what it lacked was added"
              : "the service came before: what it lacked was added");
      return new Pending(Packed.of(service), first.original());
    }

    private static void strip(JsonNode node) {
      if (node instanceof ObjectNode object) {
        object.remove(Origin.FIELD);
      }
      node.forEach(Taking::strip);
    }
  }

  /// A service that was read, until all are.
  record Pending(Packed service, Optional<Packed> original) {}
}
