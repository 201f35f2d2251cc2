package org.havenline.referral.capacity.text;

/// A slip of a finger: one letter wrong, missing, too many, or two changed places.
final class Slip {
  private Slip() {}

  static boolean between(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
      return false;
    }
    int start = 0;
    while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int endA = a.length();
    int endB = b.length();
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    var left = a.substring(start, endA);
    var right = b.substring(start, endB);
    return (left.length() <= 1 && right.length() <= 1)
        || (left.length() == 2
            && right.length() == 2
            && left.charAt(0) == right.charAt(1)
            && left.charAt(1) == right.charAt(0));
  }
}
