package org.havenline.referral.directory;

/// Where a service is, as far as a search may know it.
public sealed interface Place {
  /// Known to the public.
  ///
  /// @param address one line, for people
  /// @param town with its state or province, `Buffalo, NY`; empty when the directory does not say
  record At(Point point, String address, String town) implements Place {}

  /// Confidential: nothing finer than a coarse area ever reaches index, result or log. The address
  /// itself is sealed elsewhere and shown by role.
  ///
  /// @param centre of the cell of a fixed grid that holds the place, never of the place
  /// @param radiusKm of a circle around the whole cell, kilometres
  /// @param name of a district or region, for people; empty when none may be told
  record Area(Point centre, double radiusKm, String name) implements Place {}

  /// By phone or online: as near as her phone.
  record Remote() implements Place {}

  /// The directory does not say where.
  record NotSaid() implements Place {}
}
