package org.havenline.referral.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.directory.ServiceId;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.search.index.Source;
import org.havenline.referral.stored.Directory;

/// The stored directory, read for an index: of confidential places only what may be told.
///
/// @param reading gives the kinds as well
public record StoredServices(Directory directory, Reading reading) implements Source {
  /// Records opened in one go.
  private static final int AT_ONCE = 200;

  /// Of all ids and revisions.
  @Override
  public String stamp() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      directory
          .marks()
          .forEach((id, mark) ->
              digest.update((id.value() + " " + mark.revision() + "\n").getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Stream<ServiceAtLocation> all() {
    var ids = List.copyOf(directory.marks().keySet());
    var some = new ArrayList<List<ServiceId>>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      some.add(ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
    }
    return some.stream()
        .flatMap(part -> directory.stored(part).stream())
        .flatMap(Optional::stream)
        .flatMap(document -> reading.of(document).stream());
  }
}
