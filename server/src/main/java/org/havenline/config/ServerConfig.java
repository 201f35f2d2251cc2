package org.havenline.config;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.redis.RedisAddress;

/// What this server needs from outside, checked.
///
/// @param publicUrl the address Twilio signs, never taken from a request
/// @param redis empty for the embedded one
/// @param twilio empty when only the phone simulator is there
/// @param routing an operator's own tables, empty for the shipped ones
/// @param translations an operator's own texts, empty for the shipped ones
/// @param publishDirectory whether anybody may read the public part of the directory at `/hsds`
/// @param exit where who leaves the page of the chat is taken at once: harmless, and the same for
///   everybody
/// @param partners origins of the sites that may carry the page of the chat in a frame
/// @param proxies beside those on this machine, whose word on where a request came from counts
/// @param smtp empty when no e-mail is sent
/// @param demo sample staff with passwords printed at start, and the phone simulator
public record ServerConfig(
    Listen http,
    Listen management,
    URI publicUrl,
    Path data,
    Optional<RedisAddress> redis,
    Optional<Twilio> twilio,
    Optional<Path> routing,
    Optional<Path> translations,
    boolean publishDirectory,
    URI exit,
    List<URI> partners,
    Set<InetAddress> proxies,
    Optional<Smtp> smtp,
    boolean demo) {

  /// Where a port is opened.
  public record Listen(String host, int port) {}

  /// Where e-mails to services are handed in, by STARTTLS.
  ///
  /// @param user empty when the server asks for none
  public record Smtp(String host, int port, Optional<String> user, Secret password, String from) {}

  /// The account by which texts come and go.
  ///
  /// @param api base address of its REST API, empty for Twilio's own
  /// @param key signs what lets a browser be rung; empty without softphone
  public record Twilio(
      String accountSid, Secret authToken, Optional<URI> api, Optional<ApiKey> key) {}

  /// An API key of that account: unlike its token, one that can be taken back by itself.
  public record ApiKey(String sid, Secret secret) {}
}
