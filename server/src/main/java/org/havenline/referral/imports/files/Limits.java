package org.havenline.referral.imports.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/// What no honest directory exceeds, so that a file made to hurt costs one rejected row.
public final class Limits {
  /// Characters of one record, and of one row of a CSV file.
  public static final int RECORD = 4_000_000;

  /// Characters of one text.
  public static final int TEXT = 1_000_000;

  /// Objects within objects.
  public static final int DEPTH = 60;

  /// Rows of one import.
  public static final int ROWS = 5_000_000;

  /// Bytes taken from an address, all pages together.
  public static final long FETCHED = 1_000_000_000L;

  /// Pages of an address.
  public static final int PAGES = 20_000;

  private Limits() {}

  /// Reads JSON within these limits.
  public static ObjectMapper json() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(TEXT)
                    .maxNumberLength(100)
                    .maxNameLength(1_000)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    return new ObjectMapper(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }
}
