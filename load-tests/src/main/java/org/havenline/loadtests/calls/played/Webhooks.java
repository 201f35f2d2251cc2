package org.havenline.loadtests.calls.played;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.havenline.loadtests.benchmark.Latencies;
import org.havenline.loadtests.machine.NodeSettings;
import org.havenline.loadtests.text.Door;
import org.havenline.loadtests.text.SignedForm;

/// Every webhook of the calls, signed, and how long each took.
public final class Webhooks {
  private static final int FEW = 10;

  private final int port;

  /// How long each took, by what was asked (ns).
  private final ConcurrentMap<String, Queue<Long>> took = new ConcurrentHashMap<>();

  private final ConcurrentMap<String, LongAdder> answers = new ConcurrentHashMap<>();

  /// The first of those that were not answered as they should be.
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  public Webhooks(int port) {
    this.port = port;
  }

  /// Asks the server, on a connection of its own.
  ///
  /// @param url as the server wrote it, or a target
  /// @param due when it should have been asked ([System#nanoTime()])
  /// @return the document; empty when there was none
  String ask(String url, Map<String, String> form, long due) {
    var target =
        url.startsWith(NodeSettings.PUBLIC_URL)
            ? url.substring(NodeSettings.PUBLIC_URL.length())
            : url;
    var request = SignedForm.request(target, form);
    try (var door = Door.open(port)) {
      var answer = door.ask(request);
      took.computeIfAbsent(kind(target), _ -> new ConcurrentLinkedQueue<>())
          .add(System.nanoTime() - due);
      count(Integer.toString(answer.status()));
      if (answer.status() >= 300 && refusals.size() < FEW) {
        refusals.add(answer.status() + " " + target);
      }
      return new String(answer.body(), UTF_8);
    } catch (IOException e) {
      count("none");
      refusals.add("none " + target);
      return "";
    }
  }

  private void count(String status) {
    answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
  }

  /// The path, without whom it is about.
  private static String kind(String target) {
    int end = target.indexOf('?');
    return end < 0 ? target : target.substring(0, end);
  }

  public Latencies latencies() {
    return of(took.values().stream().flatMap(Queue::stream));
  }

  private static Latencies of(Stream<Long> times) {
    return Latencies.of(times.mapToLong(Long::longValue).toArray());
  }

  /// The same of each address.
  public Map<String, Latencies> byAddress() {
    var all = new TreeMap<String, Latencies>();
    took.forEach((kind, times) -> all.put(kind, of(times.stream())));
    return all;
  }

  public int asked() {
    return took.values().stream().mapToInt(Queue::size).sum();
  }

  /// How often each status came; `none` for no answer within 15 s.
  public Map<String, Long> answers() {
    var sums = new TreeMap<String, Long>();
    answers.forEach((status, sum) -> sums.put(status, sum.sum()));
    return sums;
  }

  /// Answers by which Twilio would have taken the fallback, or have lost a report.
  public long refused() {
    return answers().entrySet().stream()
        .filter(one -> !one.getKey().equals("200") && !one.getKey().equals("204"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /// What was refused, and how; the first of it.
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// What comes is timed anew. Answers are not forgotten: who was refused while a node was cold was
  /// refused.
  public void timeAnew() {
    took.clear();
  }
}
