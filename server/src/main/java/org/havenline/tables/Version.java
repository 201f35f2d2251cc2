package org.havenline.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.havenline.audit.Author;
import org.havenline.routingconfig.version.TableFiles;

/// One version of the tables and the risk rules, without the files themselves.
///
/// @param number counts from 1
/// @param author who wrote it, or brought the files
/// @param reason why
/// @param over the version in force when it was written, 0 for none
/// @param files name → address of its content in the archive
/// @param asked who asked that it comes in force, where a second person has to approve
public record Version(
    long number,
    Author author,
    Instant at,
    String reason,
    Origin origin,
    long over,
    SortedMap<String, String> files,
    Optional<Asked> asked) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Version {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// Where it came from.
  public enum Origin {
    /// the server's own, from its jar
    SHIPPED,
    /// the operator's folder
    FOLDER,
    /// an administrator, over the API
    ADMINISTRATOR
  }

  /// A wish that it comes in force, for a second person.
  ///
  /// @param over the version in force when it was wished: only that may be replaced by it
  public record Asked(Author by, String reason, long over) {}

  /// The risk rules among the files.
  SortedMap<String, String> risk() {
    return those(true);
  }

  /// The other files.
  SortedMap<String, String> tables() {
    return those(false);
  }

  private SortedMap<String, String> those(boolean risk) {
    var all = new TreeMap<>(files);
    all.keySet().removeIf(name -> TableFiles.isRisk(name) != risk);
    return all;
  }

  Version askedBy(Asked wish) {
    return new Version(number, author, at, reason, origin, over, files, Optional.of(wish));
  }

  String json() {
    var kept =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", number)
            .put("author", author.name())
            .put("at", at.toEpochMilli())
            .put("reason", reason)
            .put("origin", origin.name())
            .put("over", over);
    var names = kept.putObject("files");
    files.forEach(names::put);
    asked.ifPresent(wish ->
        kept.putObject("asked")
            .put("by", wish.by().name())
            .put("reason", wish.reason())
            .put("over", wish.over()));
    return kept.toString();
  }

  static Version parse(String json) {
    try {
      var kept = JSON.readTree(json);
      var files = new TreeMap<String, String>();
      kept.path("files")
          .properties()
          .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
      var wish = kept.path("asked");
      return new Version(
          kept.path("number").asLong(),
          new Author(kept.path("author").asText()),
          Instant.ofEpochMilli(kept.path("at").asLong()),
          kept.path("reason").asText(),
          Origin.valueOf(kept.path("origin").asText()),
          kept.path("over").asLong(),
          files,
          wish.isMissingNode()
              ? Optional.empty()
              : Optional.of(
                  new Asked(
                      new Author(wish.path("by").asText()),
                      wish.path("reason").asText(),
                      wish.path("over").asLong())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a version is not readable", e);
    }
  }
}
