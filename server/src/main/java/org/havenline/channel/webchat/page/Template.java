package org.havenline.channel.webchat.page;

import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.havenline.http.StillPage;

/// HTML with holes, as Mustache writes them: `{{text}}` is escaped, `{{{markup}}}` is not, and what
/// stands between `{{#young}}` or `{{^young}}` and `{{/young}}` is for one version of the page
/// only.
public record Template(String source) {
  private static final Pattern PART =
      Pattern.compile("\\{\\{([#^])(\\w+)}}(.*?)\\{\\{/\\2}}", Pattern.DOTALL);
  private static final Pattern HOLE = Pattern.compile("\\{\\{(\\{?)(\\w+)}?}}");

  /// With the parts that belong to a version.
  public Template version(String name, boolean wanted) {
    return new Template(
        PART.matcher(source)
            .replaceAll(part ->
                Matcher.quoteReplacement(
                    part.group(2).equals(name) && part.group(1).equals("#") == wanted
                        ? part.group(3)
                        : "")));
  }

  /// @param value of a hole, by its name; must know each of them
  public String fill(UnaryOperator<String> value) {
    return HOLE.matcher(source)
        .replaceAll(hole -> {
          var text = Objects.requireNonNull(value.apply(hole.group(2)), hole.group(2));
          return Matcher.quoteReplacement(hole.group(1).isEmpty() ? StillPage.text(text) : text);
        });
  }
}
