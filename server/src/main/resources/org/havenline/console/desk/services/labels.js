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
