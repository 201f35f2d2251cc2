package org.havenline.routingconfig;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.havenline.routingconfig.asking.Community;
import org.havenline.routingconfig.hours.HolidayCalendar;
import org.havenline.routingconfig.hours.Hours;
import org.havenline.routingconfig.hours.OpeningHours;
import org.havenline.routingconfig.language.LanguageGraph;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.oncall.OnCall;
import org.havenline.routingconfig.outside.Interpreter;
import org.havenline.routingconfig.outside.Partner;
import org.havenline.routingconfig.plan.Escalation;
import org.havenline.routingconfig.plan.Plan;
import org.havenline.routingconfig.plan.Queue;
import org.havenline.routingconfig.plan.QueueId;
import org.havenline.routingconfig.roster.Roster;
import org.havenline.routingconfig.staff.Responder;
import org.havenline.routingconfig.staff.Skill;
import org.havenline.routingconfig.version.Publishing;
import org.havenline.routingconfig.version.TableFiles;
import org.havenline.routingconfig.yaml.Places;

/// All tables of an installation, checked: every id that one of them refers to is there.
///
/// @param publishing how many people it takes to put other tables in the place of these
/// @param places where lines, queues, rules, escalations and responders stand, for later findings
public record RoutingTables(
    List<Line> lines,
    List<Queue> queues,
    List<Plan> plans,
    List<Escalation> escalations,
    List<Skill> skills,
    List<Responder> responders,
    List<OnCall> onCall,
    Roster roster,
    List<HolidayCalendar> holidays,
    List<Hours> hours,
    List<Interpreter> interpreters,
    List<Partner> partners,
    LanguageGraph understanding,
    List<Community> communities,
    Publishing publishing,
    Places places) {

  /// Reads the `*.yaml` files directly in a folder, in the order of their names.
  ///
  /// @param texts keys of the translations that `tell` may name
  public static Reading read(Path folder, Set<String> texts) {
    return new TablesReader(texts, LocalDate.MIN).read(folder);
  }

  /// The same, but what is over by a day is a finding too. For a check, not for a start: a table
  /// that was good yesterday must not keep a line from opening today.
  public static Reading check(TableFiles files, Set<String> texts, LocalDate today) {
    return new TablesReader(texts, today).read(files);
  }

  /// The same for the files of a folder.
  public static Reading check(Path folder, Set<String> texts, LocalDate today) {
    return new TablesReader(texts, today).read(folder);
  }

  /// Reads files that lie somewhere else than in a folder.
  public static Reading read(TableFiles files, Set<String> texts) {
    return new TablesReader(texts, LocalDate.MIN).read(files);
  }

  /// The tables in this jar: a complete demo line.
  public static Reading shipped(Set<String> texts) {
    return new TablesReader(texts, LocalDate.MIN).shipped();
  }

  /// Which line is reached at a number on a channel.
  public Optional<Line> lineAt(Channel channel, String number) {
    return lines.stream().filter(line -> line.reachedAt(channel, number)).findFirst();
  }

  public Optional<Responder> responder(String id) {
    return responders.stream().filter(responder -> responder.id().equals(id)).findFirst();
  }

  /// When a line of these tables is open.
  public OpeningHours hours(Line line) {
    return hours.stream()
        .filter(one -> line.hours().filter(one.id()::equals).isPresent())
        .findFirst()
        .map(one -> one.in(line.timeZone(), holidays))
        .orElseGet(() -> OpeningHours.always(line.timeZone()));
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

  public Partner partner(String id) {
    return partners.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
