package org.havenline.loadtests.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.havenline.loadtests.machine.Node;

/// Responders at one node.
public final class Team implements AutoCloseable {
  private final List<StaffMember> members = new ArrayList<>();
  private final List<EventSocket> sockets = new ArrayList<>();
  private final ConcurrentMap<String, StaffMember> owners = new ConcurrentHashMap<>();

  /// They take every contact they are offered.
  ///
  /// @param passwords who, with their passwords
  /// @param heard gets every frame of everyone's socket
  public static Team onDuty(Node node, Map<String, String> passwords, Consumer<JsonNode> heard) {
    var team = new Team();
    team.begin(node, passwords, heard, team::answer);
    return team;
  }

  /// They take by other means what they are offered.
  ///
  /// @param left is told of whoever has hung up, on a thread of its own
  public static Team onDuty(
      Node node,
      Map<String, String> passwords,
      Consumer<JsonNode> heard,
      BiConsumer<StaffMember, JsonNode> left) {
    var team = new Team();
    team.begin(
        node,
        passwords,
        heard,
        (member, frame) -> {
          if (frame.path("contact").has("left")) {
            Thread.ofVirtual().start(() -> left.accept(member, frame.path("contact")));
          }
        });
    return team;
  }

  private void begin(
      Node node,
      Map<String, String> passwords,
      Consumer<JsonNode> heard,
      BiConsumer<StaffMember, JsonNode> then) {
    passwords.forEach((name, password) -> {
      var member = StaffMember.signIn(name, password, node.settings().port());
      members.add(member);
      sockets.add(
          member.listen(frame -> {
            heard.accept(frame);
            then.accept(member, frame);
          }));
    });
    goOnDuty();
  }

  public void goOnDuty() {
    members.forEach(StaffMember::goOnDuty);
  }

  private void answer(StaffMember member, JsonNode frame) {
    var offer = frame.path("contact").path("offer").path("id").asText("");
    if ("contact.offered".equals(frame.path("type").asText()) && !offer.isEmpty()) {
      Thread.ofVirtual()
          .start(() -> {
            if (member.accept(offer) == 200) {
              owners.put(frame.path("contact").path("id").asText(), member);
            }
          });
    }
  }

  /// Contact → who of this team took it. Who lost it since is still named.
  public Map<String, StaffMember> owners() {
    return Map.copyOf(owners);
  }

  public StaffMember owner(String contact) {
    return Objects.requireNonNull(owners.get(contact), contact);
  }

  public void forget(String contact) {
    owners.remove(contact);
  }

  @Override
  public void close() {
    sockets.forEach(EventSocket::close);
    members.forEach(StaffMember::close);
  }
}
