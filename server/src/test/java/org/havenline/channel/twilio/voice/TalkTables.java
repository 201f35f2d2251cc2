package org.havenline.channel.twilio.voice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.havenline.queue.Tables;
import org.havenline.routingconfig.RoutingTables;
import org.havenline.routingconfig.line.Line;
import org.havenline.routingconfig.line.TalkRules;
import org.havenline.routingconfig.line.TalkRules.Supervision;
import org.havenline.routingconfig.outside.Hours;
import org.havenline.routingconfig.outside.Interpreter;
import org.havenline.routingconfig.staff.LanguageLevel;

/// The shipped tables with an interpreter, and a dispatch centre.
final class TalkTables {
  static final String INTERPRETER = "+12025550177";
  static final String DISPATCH = "+12025550178";

  private TalkTables() {}

  static Tables given(Tables of, Supervision supervision) {
    var whole = of.whole();
    return new Tables(
        new RoutingTables(
            whole.lines(),
            whole.queues(),
            whole.plans(),
            whole.escalations(),
            whole.skills(),
            whole.responders(),
            whole.onCall(),
            whole.roster(),
            whole.holidays(),
            whole.hours(),
            List.of(
                new Interpreter(
                    "almaz",
                    "Almaz Tesfaye",
                    INTERPRETER,
                    Map.of("uk", LanguageLevel.NATIVE),
                    Hours.ALWAYS,
                    Set.of(),
                    Optional.of("ww7"))),
            whole.partners(),
            whole.understanding(),
            whole.communities(),
            whole.publishing(),
            whole.places()),
        with(of.line(), new TalkRules(Optional.of(DISPATCH), supervision)),
        of.plan(),
        of.staff(),
        of.ruling());
  }

  private static Line with(Line of, TalkRules talk) {
    return new Line(
        of.id(),
        of.name(),
        of.numbers(),
        of.languages(),
        of.country(),
        of.timeZone(),
        of.plan(),
        of.hours(),
        of.askLanguage(),
        of.askPlacesAfter(),
        of.dutyPhone(),
        talk,
        of.voicemail());
  }
}
