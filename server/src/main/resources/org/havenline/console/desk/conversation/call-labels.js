/** The words for what the server names by codes, of a call. */
export const GUEST = { interpreter: 'Interpreter', emergency: 'Emergency services', successor: 'Colleague', supervisor: 'Supervisor' };

export const GUEST_STATE = { ringing: 'is rung', answered: 'has picked up', waiting: 'waits apart', there: 'is in the call' };

/** How a supervisor takes part, as her responder reads it. */
export const HEARD_BY = { nobody: 'listens', responder: 'speaks to you only', all: 'is in the call' };

/** How a supervisor takes part, as the supervisor reads it: what to press, who hears then, and that they do. */
export const WAY = {
  listen: { press: 'Listen', by: 'nobody', now: 'You listen. Nobody hears you.' },
  whisper: { press: 'Speak to the responder only', by: 'responder', now: 'Only the responder hears you. The caller does not.' },
  join: { press: 'Join', by: 'all', now: 'Both hear you.' },
};

/** Why emergency services are called. */
export const REASON = {
  'danger-to-life': 'Her life is in danger',
  injured: 'She is injured',
  'child-in-danger': 'A child is in danger',
  'she-asks-for-it': 'She asks for it',
  'law-requires-it': 'The law requires it',
};
