package org.havenline.routingconfig;

/// How the whole house stands; an administrator switches it, rules may ask for it.
public enum Mode {
  NORMAL,
  /// more people than usual
  SURGE,
  /// as after an earthquake or a large raid: everything for those in danger
  DISASTER
}
