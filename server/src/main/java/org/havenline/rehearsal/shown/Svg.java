package org.havenline.rehearsal.shown;

import java.util.Locale;

/// Drawing, in SVG. Black, white and grey only, so that a printout says as much as the screen.
final class Svg {
  private final StringBuilder shapes = new StringBuilder();
  private final String title;
  private final int width;
  private final int height;

  Svg(String title, int width, int height) {
    this.title = title;
    this.width = width;
    this.height = height;
  }

  /// @param look a class of the page's style sheet
  Svg box(String look, double x, double y, double w, double h) {
    shapes.append(
        number(
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
            look, x, y, Math.max(w, 0.5), h));
    return this;
  }

  Svg line(String look, double x1, double y1, double x2, double y2) {
    shapes.append(number("<path class=\"%s\" d=\"M%.1f %.1fL%.1f %.1f\"/>", look, x1, y1, x2, y2));
    return this;
  }

  /// @param points `x y` pairs joined by `L`
  Svg curve(String look, String points) {
    shapes.append("<path class=\"").append(look).append("\" d=\"M").append(points).append("\"/>");
    return this;
  }

  /// @param look also says at which end of the text x is: `start`, `middle`, `end`
  Svg text(String look, double x, double y, String text) {
    shapes.append(number("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">", look, x, y));
    shapes.append(escaped(text)).append("</text>");
    return this;
  }

  static String point(double x, double y) {
    return number("%.1f %.1f", x, y);
  }

  @com.google.errorprone.annotations.FormatMethod
  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /// Letters only, whatever somebody named a responder.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg>"
        .formatted(width, height, escaped(title), shapes);
  }
}
