package org.havenline.offer;

import java.util.List;
import org.havenline.contact.ResponderId;

/// One of those who are asked about a contact.
///
/// @param capacity how many contacts of its channel she may hold at once
/// @param reasons why she is asked, in words
public record Asked(ResponderId responder, int capacity, List<String> reasons) {
  public Asked {
    reasons = List.copyOf(reasons);
  }
}
