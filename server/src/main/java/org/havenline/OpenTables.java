package org.havenline;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.havenline.config.ServerConfig;
import org.havenline.privacy.Keys;
import org.havenline.redis.Redis;
import org.havenline.routingconfig.Finding;
import org.havenline.tables.Administration;
import org.havenline.tables.Archive;
import org.havenline.tables.Opening;
import org.havenline.tables.TablesCheck;
import org.havenline.tables.TablesWatch;
import org.havenline.tables.Version.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables a server starts with, and those who may change them.
record OpenTables(TablesWatch watch, Administration administration) {
  private static final Logger LOG = LoggerFactory.getLogger(OpenTables.class);

  /// @throws StartRefused with every finding when there is nothing sound to start with
  static OpenTables open(
      ServerConfig config, Rulebook rules, Redis redis, Keys keys, InstantSource clock) {
    var archive = new Archive(redis, keys.vault(), keys.pseudonyms(), clock);
    var check = new TablesCheck(Set.copyOf(rules.texts().keys()));
    var origin = config.routing().isPresent() ? Origin.FOLDER : Origin.SHIPPED;
    return switch (new Opening(archive, check).open(origin, rules.files(), rules.reading())) {
      case Opening.Outcome.Refused(var findings) -> throw new StartRefused(sentences(findings));
      case Opening.Outcome.Opened(var inForce, var findings) -> {
        findings.forEach(finding ->
            LOG.error(
                "the files of the tables did not come in, version {} stays in force: {}",
                inForce.ruling().version(),
                finding));
        var watch = new TablesWatch(archive, check, inForce, findings);
        yield new OpenTables(watch, new Administration(archive, check, watch));
      }
    };
  }

  private static List<String> sentences(List<Finding> findings) {
    return findings.stream().map(Finding::toString).toList();
  }
}
