package org.havenline.referral.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.havenline.referral.imports.files.Limits;

/// A document packed while the rest of an import is read: a tenth of its size.
record Packed(byte[] bytes) {
  private static final ObjectMapper JSON = Limits.json();

  static Packed of(JsonNode document) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(document.toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Packed(packed.toByteArray());
  }

  /// As it will be read from the store: numbers and letters in their written form.
  ///
  /// @throws UncheckedIOException when it was no document that can be written and read again
  ObjectNode document() {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return (ObjectNode) JSON.readTree(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
