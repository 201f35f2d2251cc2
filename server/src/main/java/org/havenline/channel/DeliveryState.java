package org.havenline.channel;

/// How far a message out has come, as a lattice: reports come late, twice and in any order, and
/// joined in every order they end in the same state, never further back.
///
/// The order says which knowledge outweighs which. A provider's report outweighs our own guess
/// (`UNKNOWN`, `EXPIRED`): it proves that the message left. Word that it arrived outweighs word
/// that it failed: a failure is a carrier's opinion, an arrival a phone's receipt.
public enum DeliveryState {
  /// Waits in our outbox or at the provider.
  QUEUED(0),
  /// On its way out.
  SENDING(1),
  /// Ours: its not-after passed before it was sent; it never left.
  EXPIRED(2),
  /// Ours: it may or may not have left; a person has to be told.
  UNKNOWN(3),
  /// The carrier has it.
  SENT(4),
  /// The provider will not send it.
  FAILED(5),
  /// The carrier could not bring it.
  UNDELIVERED(6),
  /// On the phone.
  DELIVERED(7),
  /// Opened.
  READ(8);

  private final int rank;

  DeliveryState(int rank) {
    this.rank = rank;
  }

  /// The place in the order: of two states the higher rank stays.
  public int rank() {
    return rank;
  }

  /// What is known after both reports. Commutative, associative, idempotent.
  public DeliveryState join(DeliveryState other) {
    return other.rank > rank ? other : this;
  }
}
