package org.havenline.referral.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.hsds.reading.Reading;
import org.havenline.referral.sample.SampleDirectory;
import org.havenline.referral.taxonomy.Taxonomy;

/// The sample directory, as written and as a search reads it.
public final class Sample {
  /// Where its services are: the zone of the demo line.
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Sample() {}

  public static List<ObjectNode> documents() {
    try (var lines = SampleDirectory.open()) {
      return lines.lines().map(Sample::document).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<ServiceAtLocation> services(Taxonomy taxonomy) {
    var reading = new Reading(ZONE, taxonomy);
    return documents().stream().flatMap(one -> reading.of(one).stream()).toList();
  }

  private static ObjectNode document(String line) {
    try {
      return (ObjectNode) JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
