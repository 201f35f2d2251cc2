package org.havenline.benchmark.solr;

import java.util.Map;
import java.util.function.Supplier;
import org.havenline.referral.directory.ServiceAtLocation;
import org.havenline.referral.search.ask.Search;

/// What answers searches.
interface Engine {
  /// Makes a search ready to be asked; that is not measured.
  Supplier<Object> ready(Search search);

  /// What an answer says.
  Seen read(Object answer);

  /// Puts a service in the place of what was there of it, and waits until it is found.
  void replace(ServiceAtLocation service);

  /// @param total found in all
  /// @param free the first of them, and the free places that each reports; empty where it does not
  record Seen(long total, Map<String, String> free) {}
}
