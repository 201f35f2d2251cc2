package org.havenline.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/// One JavaScript library on the class path, packed as a WebJar (webjars.org): its files lie below
/// `META-INF/resources/webjars/<name>/<version>/`.
///
/// @param path its folder in the page, below `/desk/lib/`
record Library(String path, String webJar) {

  byte[] read(String file) {
    return bytes("META-INF/resources/webjars/" + webJar + "/" + version() + "/" + file);
  }

  /// From the WebJar's own pom, so that the version is written once: in ours.
  private String version() {
    var properties = new Properties();
    try (var in = open("META-INF/maven/org.webjars.npm/" + webJar + "/pom.properties")) {
      properties.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties.getProperty("version");
  }

  /// What only some builds have.
  static Optional<byte[]> found(String resource) {
    return Library.class.getClassLoader().getResource(resource) == null
        ? Optional.empty()
        : Optional.of(bytes(resource));
  }

  static byte[] bytes(String resource) {
    try (var in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(String resource) {
    var in = Library.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("Not on the class path: " + resource);
    }
    return in;
  }
}
