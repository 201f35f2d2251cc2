package org.havenline.referral.eligibility;

/// What a service says of a question, or a person. Most directories are silent on most questions,
/// and silence is neither yes nor no: it is to be asked.
public enum Answer {
  YES,
  NO,
  NOT_SAID
}
