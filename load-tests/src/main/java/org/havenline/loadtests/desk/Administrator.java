package org.havenline.loadtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/// An administrator at one node, by the staff API.
public final class Administrator implements AutoCloseable {
  private final StaffMember member;

  private Administrator(StaffMember member) {
    this.member = member;
  }

  public static Administrator signIn(String name, String password, int port) {
    return new Administrator(StaffMember.signIn(name, password, port));
  }

  /// @return the number of the version
  public long draft(String file, String text) {
    var files = List.of(Map.of("name", file, "text", text));
    var body = Map.of("files", files, "reason", "load");
    return member.done("POST", "/tables/versions", body, 201).path("number").asLong();
  }

  /// @return how the tables stand then
  public JsonNode publish(long version, long over) {
    return member.done("POST", "/tables/versions/" + version + "/publish", reason(over), 200);
  }

  public JsonNode rollBack(long over) {
    return member.done("POST", "/tables/rollback", reason(over), 200);
  }

  /// The version that the node decides by.
  public long inForceHere() {
    return member.done("GET", "/tables", Map.of(), 200).path("inForceHere").asLong();
  }

  /// Whether the audit log is as it was written, and has so many entries.
  public boolean auditIsIntact(int entries) {
    var log = member.done("GET", "/audit", Map.of(), 200);
    return log.path("intact").asBoolean() && log.path("entries").size() == entries;
  }

  private static Map<String, Object> reason(long over) {
    return Map.of("reason", "load", "over", over);
  }

  @Override
  public void close() {
    member.close();
  }
}
