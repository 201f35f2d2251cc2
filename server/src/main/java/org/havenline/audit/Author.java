package org.havenline.audit;

import org.havenline.contact.ResponderId;

/// Who did it: a member of staff, or whoever has the server's files.
public record Author(String name) {
  /// Whoever may write the files a server starts with. No id of staff has brackets.
  public static final Author FILES = new Author("(files)");

  public static Author of(ResponderId member) {
    return new Author(member.value());
  }

  @Override
  public String toString() {
    return name;
  }
}
