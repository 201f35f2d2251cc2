package org.havenline.simulator.voice.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.havenline.simulator.rest.Credentials;
import org.havenline.simulator.rest.RestError;
import org.havenline.simulator.trouble.Trouble;
import org.havenline.simulator.voice.call.Calls;
import org.havenline.simulator.voice.network.Network;
import org.havenline.simulator.voice.tape.RecordingsApi;
import org.havenline.simulator.voice.verb.Actions;
import org.havenline.simulator.web.Asked;
import org.havenline.simulator.web.Reply;

/// Twilio's REST API of voice as a function, so that tests need no sockets.
public final class VoiceRest {
  private static final String VERSION = "/2010-04-01/";
  private static final String ROOT = VERSION + "Accounts/{account}";
  private static final String JSON = ".json";
  private static final int REMEMBERED = 10_000;

  private record Route(String method, List<String> path, Function<Asked, Reply> answer) {}

  private final List<Route> routes = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Network network;
  private final Credentials credentials;
  private final Function<Asked, Trouble> troubles;

  public VoiceRest(Calls calls, Actions actions, Function<Asked, Trouble> troubles) {
    this.network = calls.network();
    this.troubles = troubles;
    var settings = network.settings();
    credentials = new Credentials(settings.accountSid(), settings.authToken());
    var outward = new Outward(calls, actions);
    var resources = new Resources(network);
    var ofCalls = new CallsApi(outward, resources);
    route("POST", "/Calls", ofCalls::create);
    route("GET", "/Calls", ofCalls::list);
    route("GET", "/Calls/{sid}", ofCalls::read);
    route("POST", "/Calls/{sid}", ofCalls::update);
    var ofConferences = new ConferencesApi(actions.conferences(), resources);
    route("GET", "/Conferences", ofConferences::list);
    route("GET", "/Conferences/{sid}", ofConferences::read);
    route("POST", "/Conferences/{sid}", ofConferences::update);
    var people = new ParticipantsApi(actions.conferences(), outward, resources);
    route("POST", "/Conferences/{conference}/Participants", people::create);
    route("GET", "/Conferences/{conference}/Participants", people::list);
    route("GET", "/Conferences/{conference}/Participants/{call}", people::read);
    route("POST", "/Conferences/{conference}/Participants/{call}", people::update);
    route("DELETE", "/Conferences/{conference}/Participants/{call}", people::remove);
    var ofRecordings = new RecordingsApi(network);
    route("GET", "/Recordings", asked -> Pages.of("recordings", ofRecordings.of(asked), asked));
    route("GET", "/Recordings/{sid}", ofRecordings::read);
    route("DELETE", "/Recordings/{sid}", ofRecordings::remove);
    var ofQueues = new QueuesApi(actions.queues(), outward, resources);
    route("POST", "/Queues", ofQueues::create);
    route("GET", "/Queues", ofQueues::list);
    route("GET", "/Queues/{queue}", ofQueues::read);
    route("DELETE", "/Queues/{queue}", ofQueues::remove);
    route("GET", "/Queues/{queue}/Members", ofQueues::members);
    route("GET", "/Queues/{queue}/Members/{call}", ofQueues::member);
    route("POST", "/Queues/{queue}/Members/{call}", ofQueues::dequeue);
  }

  private void route(String method, String path, Function<Asked, Reply> answer) {
    routes.add(new Route(method, segments(ROOT + path), answer));
  }

  /// Every path, with its parameters as `{name}`.
  public List<String> paths() {
    return routes.stream().map(route -> "/" + String.join("/", route.path())).distinct().toList();
  }

  /// Answers one request.
  ///
  /// @param asked its path from `/2010-04-01` on, or with anything before it
  public Reply answer(Asked asked) throws InterruptedException {
    var reply = credentials.required(this::troubled).answer(withParameters(asked));
    network.locked(() -> {
      if (exchanges.size() < REMEMBERED) {
        exchanges.add(new Exchange(asked, reply));
      }
      return true;
    });
    return reply;
  }

  private Reply troubled(Asked asked) throws InterruptedException {
    return switch (troubles.apply(asked)) {
      case Trouble.Status(var status, var code, var accepted) -> {
        doIf(accepted, asked);
        yield new RestError(status, code, "Simulated trouble").reply();
      }
      case Trouble.Close(var accepted) -> {
        doIf(accepted, asked);
        yield new Reply.HangUp();
      }
      case Trouble.Stall(var time, var accepted) -> {
        doIf(accepted, asked);
        Thread.sleep(time);
        yield new Reply.HangUp();
      }
      case Trouble.Slow(var time) -> {
        Thread.sleep(time);
        yield done(asked);
      }
      default -> done(asked);
    };
  }

  private void doIf(boolean accepted, Asked asked) {
    if (accepted) {
      var _ = done(asked);
    }
  }

  private Reply done(Asked asked) {
    var route = route(asked);
    return route.isEmpty()
        ? RestError.NOT_FOUND.reply()
        : network.locked(() -> route.get().answer().apply(asked));
  }

  private Optional<Route> route(Asked asked) {
    var path = segments(asked.path());
    return routes.stream()
        .filter(route -> route.method().equals(asked.method()) && matches(route.path(), path))
        .findFirst();
  }

  private Asked withParameters(Asked asked) {
    int root = Math.max(0, asked.path().indexOf(VERSION));
    int end = asked.path().length() - (asked.path().endsWith(JSON) ? JSON.length() : 0);
    var path = asked.path().substring(root, end);
    var cut =
        new Asked(
            asked.method(), path, Map.of(), asked.query(), asked.authorization(), asked.body());
    var parameters = new HashMap<String, String>();
    var segments = segments(path);
    route(cut)
        .ifPresent(route -> {
          for (int i = 0; i < segments.size(); i++) {
            if (route.path().get(i).startsWith("{")) {
              var name = route.path().get(i);
              parameters.put(name.substring(1, name.length() - 1), segments.get(i));
            }
          }
        });
    return new Asked(
        asked.method(), path, parameters, asked.query(), asked.authorization(), asked.body());
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/"));
  }

  private static boolean matches(List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!pattern.get(i).startsWith("{") && !pattern.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// The requests so far, at most the first 10,000.
  public List<Exchange> exchanges() {
    return network.locked(() -> List.copyOf(exchanges));
  }
}
