/** The words for what the server names by codes. */
export const RISK = { IMMEDIATE: 'Immediate danger', HIGH: 'High risk', ELEVATED: 'Raised risk', STANDARD: 'No sign of danger yet' };

export const CHANNEL = { SMS: 'Text message', WHATSAPP: 'WhatsApp', VOICE: 'Phone call', WEBCHAT: 'Web chat' };

/** Of an offer that went to several at once. @param {string} person */
export const taken = (person) => `${person} is with a colleague now.`;

/** Said to the responder as it is: "sent" is the provider's word, "delivered" the carrier's. */
export const STATE = {
  queued: 'Waiting to be sent',
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  undelivered: 'Not delivered',
  failed: 'Not sent',
  expired: 'Not sent: it became too old to be safe',
  unknown: 'Unknown: it may have been sent, or not. It is not sent again by itself',
};

export const FAILED = new Set(['undelivered', 'failed', 'expired']);

/** What the commonest codes of Twilio mean for the person who wrote. */
export const ERROR = {
  21610: 'This number cannot be texted (STOP)',
  21211: 'This is not a valid number',
  21614: 'This number cannot receive texts',
  30003: 'The phone is switched off or out of reach',
  30004: 'The carrier or the phone blocks our texts',
  30005: 'This number does not exist',
  30006: 'A landline, or the carrier cannot be reached',
  30007: 'The carrier took it for spam',
};

export const DISPOSITION = {
  supported: 'Supported in this conversation',
  referred: 'Referred to a service',
  information: 'Gave information',
  'went-silent': 'The person went silent',
  'wrong-number': 'Wrong number, or not for us',
  abusive: 'Abusive or prank',
  test: 'A test',
};

export const DECLINE = {
  busy: 'I cannot take one more now',
  language: 'I do not know this language well enough',
  distress: 'I need a pause from this kind of case',
  'conflict-of-interest': 'I may know this person',
  other: 'Another reason',
};

/** What the last step of an escalation came to. */
export const STEP = {
  offer: 'More people are asked',
  move: 'Others are asked',
  interpreter: 'Asked with an interpreter',
  'interpreter-none': 'No interpreter is there',
  tell: 'The person was told that we have her message',
  'tell-asked': 'No text was sent: she was asked for her language before',
  page: 'People on call were paged',
  'page-joined': 'People on call are paged',
  partner: 'Handed over to a partner line',
  'partner-none': 'No partner line takes this contact now',
  'call-back': 'Promised to come back to her',
  promised: 'Promised to come back to her',
};

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** CLDR says "Central Kurdish" and has nothing for some; responders say otherwise. */
const OWN = { ckb: 'Kurdish (Sorani)', prs: 'Dari', kmr: 'Kurdish (Kurmanji)' };

/** How sure the language is, beside its name. */
export const CERTAINTY = { chosen: 'said by a colleague', own: 'she chose it herself', set: 'by her words', provisional: 'probably', unknown: 'not known' };

/** A language as those who speak it write it. @param {string} tag @returns {string} */
export function ownName(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag) ?? language(tag);
  } catch {
    return language(tag);
  }
}

/** @param {string} tag BCP 47 @returns {string} */
export const language = (tag) => OWN[tag] ?? (tag === 'und' ? 'Unknown language' : (names.of(tag) ?? tag));

/** How a call stands that a person was promised. */
export const CALL_BACK = {
  promised: 'She was promised a call, in her turn.',
  again: 'She was not reached, and is called again.',
  'not-reached': 'She was not reached.',
  'wrong-code': 'Somebody answered who did not know her digits. Her phone may be in other hands.',
  'too-late': 'She was promised a call, and it is too late for it to be safe.',
  'no-number': 'Her number is not known.',
};
