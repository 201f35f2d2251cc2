package org.havenline.referral.stored;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.havenline.privacy.Pseudonyms;
import org.havenline.privacy.Vault;
import org.havenline.referral.hsds.OwnFields;

/// Seals records. Every one is sealed, not the confidential ones alone: one that becomes
/// confidential later must not stand in an older file of the store.
final class Sealer {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final Vault vault;
  private final Pseudonyms pseudonyms;

  Sealer(Vault vault, Pseudonyms pseudonyms) {
    this.vault = vault;
    this.pseudonyms = pseudonyms;
  }

  /// @param context its key and id, so that no record can be put in the place of another
  byte[] seal(JsonNode record, String context) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(record.toString().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vault.seal(packed.toByteArray(), context);
  }

  /// @throws org.havenline.privacy.Unreadable when it was altered or moved
  ObjectNode open(byte[] sealed, String context) {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(vault.open(sealed, context)))) {
      return JSON.readTree(zip) instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Recognises a number and does not tell it.
  String number(String number) {
    return pseudonyms.of("reports by|" + number.replaceAll("[^+0-9]", ""));
  }

  /// Of every number a service reports by, a line each.
  String numbers(JsonNode service) {
    return OwnFields.numbers(service).stream().map(this::number).collect(Collectors.joining("\n"));
  }

  /// The same for the same content, in whatever order its fields stand.
  String digest(JsonNode record) {
    try {
      var ordered = JSON.writeValueAsBytes(JSON.treeToValue(record, Object.class));
      return pseudonyms.of(
          "service|"
              + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ordered)));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a document cannot be written", e);
    }
  }
}
