package org.havenline.simulator.voice.party;

/// Why a leg ended.
public enum EndReason {
  /// She hung up, or stopped trying.
  PARTY_HUNG_UP,
  /// The phone was busy, or a `<Reject reason="busy">`.
  BUSY,
  /// Nobody picked up in time.
  NO_ANSWER,
  /// No such number, or the carrier refused.
  UNREACHABLE,
  /// `<Reject>`.
  REJECTED,
  /// `<Hangup>`.
  HANGUP_VERB,
  /// The document had no more to say.
  DOCUMENT_ENDED,
  /// REST said `completed` or `canceled`.
  ENDED_BY_REST,
  /// Taken out of a conference by REST.
  REMOVED,
  /// Another phone was quicker.
  OUTBID,
  /// Who had it called is gone, or its `<Dial>` is over.
  DIAL_ENDED,
  /// The document could not be had or read.
  APPLICATION_ERROR,
  TIME_LIMIT
}
