package org.havenline.loadtests.chats;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.havenline.loadtests.machine.Node;
import org.havenline.loadtests.machine.Signals;

/// What a node holds, in bytes.
///
/// @param live objects on the heap after a full collection
/// @param outside resident memory besides: the heap is resident whole from the start, so that what
///   grows lies outside of it
record Memory(long live, long outside) {
  private static final long HEAP_MEGABYTES = 1_024;

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /// Options of a node that is measured.
  static List<String> options() {
    return List.of(
        "-Xms" + HEAP_MEGABYTES + "m", "-Xmx" + HEAP_MEGABYTES + "m", "-XX:+AlwaysPreTouch");
  }

  /// Collects twice: what the first frees by cleaners and references goes with the second. What the
  /// compiler of the JVM has used and freed is given back first.
  static Memory of(Node node) {
    histogram(node);
    long live = histogram(node);
    jcmd(node, "System.trim_native_heap");
    return new Memory(live, node.residentBytes() - (HEAP_MEGABYTES << 20));
  }

  private static long histogram(Node node) {
    var total = TOTAL.matcher(jcmd(node, "GC.class_histogram"));
    if (!total.find()) {
      throw new IllegalStateException("jcmd says no total");
    }
    return Long.parseLong(total.group(1));
  }

  private static String jcmd(Node node, String command) {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    return Signals.run(jcmd, Long.toString(node.pid()), command);
  }

  /// What each of so many things added since then costs.
  Memory since(Memory before, int things) {
    return new Memory((live - before.live) / things, (outside - before.outside) / things);
  }

  long all() {
    return live + outside;
  }
}
