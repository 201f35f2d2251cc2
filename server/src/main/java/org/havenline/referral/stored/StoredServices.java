package org.havenline.referral.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.search.index.Source;

/// The stored directory, read for an index: of confidential places only what may be told.
///
/// @param reading gives the kinds as well
public record StoredServices(Directory directory, Reading reading) implements Source {
  /// Of all ids and revisions, and what services said themselves.
  @Override
  public String stamp() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      directory
          .marks()
          .forEach((id, mark) ->
              digest.update((id.value() + " " + mark.revision() + "\n").getBytes(UTF_8)));
      directory
          .reports()
          .marks()
          .forEach((id, mark) -> digest.update((id + " " + mark + "\n").getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Stream<ServiceAtLocation> all() {
    return directory.all().flatMap(one -> reading.of(one.document()).stream());
  }
}
