package org.havenline.http.porch;

/// The server could not take its address: mostly because another program has the port.
public final class CannotListen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotListen(String host, int port, Throwable cause) {
    super(
        "cannot listen on %s:%d: %s. Stop what uses the port, or set HAVENLINE_HTTP_PORT or HAVENLINE_MANAGEMENT_PORT to another."
            .formatted(host, port, cause.getMessage()),
        cause);
  }
}
