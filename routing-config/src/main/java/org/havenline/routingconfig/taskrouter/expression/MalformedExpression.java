package org.havenline.routingconfig.taskrouter.expression;

/// An expression that cannot be understood, and why.
public final class MalformedExpression extends Exception {
  private static final long serialVersionUID = 1;

  public MalformedExpression(String why) {
    super(why);
  }

  public String why() {
    return String.valueOf(getMessage());
  }
}
