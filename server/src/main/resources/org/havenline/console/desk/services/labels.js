/** Words for what is ticked. What papers she has is nobody's business here: only what she cannot show counts. */
export const GENDER = { '': 'not said', woman: 'a woman', man: 'a man', 'non-binary': 'a non-binary person' };

export const NEED = {
  pregnancy: 'a pregnancy',
  wheelchair: 'a wheelchair',
  blindness: 'somebody blind',
  deafness: 'somebody deaf',
  'learning-disability': 'a learning disability',
  pet: 'a pet',
};

export const CONDITION = {
  papers: 'show papers',
  'police-report': 'go to the police',
  cooperation: 'help an investigation',
  fee: 'pay',
  residence: 'prove where she lives',
};

export const EXPLOITATION = {
  sexual: 'sexual',
  labour: 'labour',
  'domestic-servitude': 'in a private home',
  'forced-marriage': 'forced marriage',
  begging: 'begging',
  'forced-crime': 'forced crime',
  'organ-removal': 'removal of an organ',
  'child-soldiering': 'made to fight',
};

/** What a service may be told of her. */
export const TOLD = {
  name: 'Name',
  phone: 'Safe number',
  languages: 'Languages',
  children: 'Children',
  needs: 'Needs',
  note: 'Note',
};

export const WAY = { text: 'Texted to her', phone: 'Rung', link: 'Link made', email: 'E-mailed' };

/** How far an e-mail has come. */
export const MAIL = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  sent: 'is sent',
  failed: 'could not be sent',
  unknown: 'may have been sent, or not',
  blocked: 'was stopped: she took her consent back',
};

export const OUTCOME = {
  accepted: 'Accepted',
  declined: 'Declined',
  'needs-more': 'The service needs to know more',
  'no-answer': 'No answer',
  arrived: 'She arrived',
  'did-not-arrive': 'She did not arrive',
};
