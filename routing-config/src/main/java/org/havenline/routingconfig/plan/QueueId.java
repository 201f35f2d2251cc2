package org.havenline.routingconfig.plan;

/// Where a contact waits.
public record QueueId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
