package org.havenline.referral.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/// Some of what was found.
///
/// @param total of all pages
/// @param number from 1
/// @param pages how many there are
/// @param contents fewer than there should be when something was withdrawn this moment
public record Page(int total, int pages, int number, List<ObjectNode> contents) {
  /// What one answer may hold when all is wanted: it is made in memory.
  static final int MOST_AT_ONCE = 10_000;

  public Page {
    contents = List.copyOf(contents);
  }

  /// @param load makes documents of what is on the page
  /// @throws IllegalArgumentException when all is wanted, and is too much
  static <T> Page of(List<T> found, Asked asked, Function<List<T>, List<ObjectNode>> load) {
    if (asked.lines() || asked.minimal()) {
      if (found.size() > MOST_AT_ONCE) {
        throw new IllegalArgumentException(
            "More than " + MOST_AT_ONCE + " at once: ask for pages, or for fewer");
      }
      return new Page(found.size(), 1, 1, load.apply(found));
    }
    int per = asked.perPage();
    int pages = Math.max(1, (found.size() + per - 1) / per);
    int from = (int) Math.min(found.size(), (asked.page() - 1L) * per);
    int to = (int) Math.min(found.size(), (long) from + per);
    return new Page(found.size(), pages, asked.page(), load.apply(found.subList(from, to)));
  }

  /// As HSDS's API gives a page.
  public JsonNode json() {
    var page = JsonNodeFactory.instance.objectNode();
    page.put("total_items", total);
    page.put("total_pages", pages);
    page.put("page_number", number);
    page.put("size", contents.size());
    page.put("first_page", number == 1);
    page.put("last_page", number >= pages);
    page.put("empty", contents.isEmpty());
    page.putArray("contents").addAll(contents);
    return page;
  }

  /// One document a line.
  public String lines() {
    var lines = new StringBuilder();
    contents.forEach(one -> lines.append(one).append('\n'));
    return lines.toString();
  }
}
