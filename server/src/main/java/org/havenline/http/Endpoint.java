package org.havenline.http;

/// What answers a route: plain blocking code on its own virtual thread.
@FunctionalInterface
public interface Endpoint {
  Response answer(Request request);
}
