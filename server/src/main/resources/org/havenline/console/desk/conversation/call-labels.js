/** The words for what the server names by codes, of a call. */
export const GUEST = { interpreter: 'Interpreter', emergency: 'Emergency services', successor: 'Colleague', supervisor: 'Supervisor' };

export const GUEST_STATE = { ringing: 'is rung', answered: 'has picked up', there: 'is in the call' };

/** Why emergency services are called. */
export const REASON = {
  'danger-to-life': 'Her life is in danger',
  injured: 'She is injured',
  'child-in-danger': 'A child is in danger',
  'she-asks-for-it': 'She asks for it',
  'law-requires-it': 'The law requires it',
};
