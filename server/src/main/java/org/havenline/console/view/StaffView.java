package org.havenline.console.view;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.havenline.contact.ResponderId;
import org.havenline.responder.Presence;
import org.havenline.routingconfig.staff.Responder;

/// Members of staff as colleagues see them.
public final class StaffView {
  private StaffView() {}

  public static JsonObject me(Responder member, Presence presence) {
    return new JsonObject()
        .put("username", member.id())
        .put("name", member.name())
        .put("roles", sorted(member.roles().stream().map(StaffView::word).toList()))
        .put("languages", sorted(member.languages().keySet()))
        .put("skills", sorted(member.skills().keySet()))
        .put("presence", presence.state(new ResponderId(member.id())))
        .put("softphone", member.answersInTheBrowser());
  }

  /// @param state `available` or `away`
  public static JsonObject colleague(Responder member, String state) {
    return new JsonObject()
        .put("username", member.id())
        .put("name", member.name())
        .put("state", state);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static JsonArray sorted(Collection<String> words) {
    return new JsonArray(List.copyOf(words.stream().sorted().toList()));
  }
}
