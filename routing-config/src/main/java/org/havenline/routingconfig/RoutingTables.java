package org.havenline.routingconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Queue;
import org.havenline.routingconfig.plan.QueueId;
import org.havenline.routingconfig.staff.OnCall;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Skill;
import org.havenline.routingconfig.version.Publishing;
import org.havenline.routingconfig.version.TableFiles;

/// All tables of an installation, checked: every id that one of them refers to is there.
///
/// @param publishing how many people it takes to put other tables in the place of these
public record RoutingTables(
    List<Line> lines,
    List<Queue> queues,
    List<Plan> plans,
    List<Escalation> escalations,
    List<Skill> skills,
    List<Responder> responders,
    List<OnCall> onCall,
    Publishing publishing) {

  /// Reads the `*.yaml` files directly in a folder, in the order of their names.
  ///
  /// @param texts keys of the translations that `tell` may name
  public static Reading read(Path folder, Set<String> texts) {
    return new TablesReader(texts).read(folder);
  }

  /// Reads files that lie somewhere else than in a folder.
  public static Reading read(TableFiles files, Set<String> texts) {
    return new TablesReader(texts).read(files);
  }

  /// The tables in this jar: a complete demo line.
  public static Reading shipped(Set<String> texts) {
    return new TablesReader(texts).shipped();
  }

  /// Which line is reached at a number on a channel.
  public Optional<Line> lineAt(Channel channel, String number) {
    return lines.stream().filter(line -> line.reachedAt(channel, number)).findFirst();
  }

  public Optional<Responder> responder(String id) {
    return responders.stream().filter(responder -> responder.id().equals(id)).findFirst();
  }

  public Queue queue(QueueId id) {
    return queues.stream().filter(queue -> queue.id().equals(id)).findFirst().orElseThrow();
  }

  public Plan plan(String id) {
    return plans.stream().filter(plan -> plan.id().equals(id)).findFirst().orElseThrow();
  }

  public Escalation escalation(String id) {
    return escalations.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  public OnCall onCall(String id) {
    return onCall.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
