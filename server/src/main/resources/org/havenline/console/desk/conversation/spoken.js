import { html } from 'lit';

const SAID = {
  coming: 'She left a voice message. It is being fetched.',
  empty: 'She began a voice message. There is nothing in it.',
  unreadable: 'She left a voice message that cannot be played. Please ask her, and tell an administrator: the recording is kept at Twilio for a day.',
};

const about = ({ seconds, heard, soft }) =>
  `Voice message, ${seconds} s${heard ? ', listened to' : ', nobody has listened to it yet'}.` +
  (soft ? ' Hardly anything can be heard in it.' : '');

/**
 * A message that she spoke. It is fetched when it is played, and each time is noted. The browser
 * offers no copy of it, and no other machine to play it on.
 */
export const spoken = (m, contact) =>
  m.voice.state === 'there'
    ? html`<p class="text soft">${about(m.voice)}</p>
        <audio controls controlslist="nodownload noplaybackrate noremoteplayback" disableremoteplayback preload="none" aria-label="Voice message" src="/api/v1/conversations/${contact.id}/messages/${m.id}/voice"></audio>`
    : html`<p class="text soft">${SAID[m.voice.state]}</p>`;
