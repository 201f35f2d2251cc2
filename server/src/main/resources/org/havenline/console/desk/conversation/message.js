import { html } from 'lit';
import { time } from '../text/clock.js';
import { pieces } from '../text/highlight.js';
import { spoken } from './spoken.js';
import { ERROR, FAILED, STATE, language, ownName } from '../text/labels.js';

/** One message. Its text runs in its own direction and cannot turn what stands around it. */
export const message = (m, contact, desk) =>
  html`<li class="message" data-direction=${m.direction} data-state=${m.state}>
    <span class="unseen">${m.direction === 'in' ? contact.person : m.automatic ? 'The line' : 'You'}:</span>
    ${m.voice ? spoken(m, contact) : m.text === '' ? html`<p class="text soft">No text. A picture may have come.</p>` : html`<p class="text" dir="auto">${text(m)}</p>`}
    ${m.chose ? html`<p class="chose">She chose <bdi lang=${m.chose}>${ownName(m.chose)}</bdi> (${language(m.chose)})</p>` : null}
    ${signs(m)}
    <p class="fate">
      <time datetime=${m.at}>${time(m.at)}</time>
      ${m.automatic ? html`<span>Sent by the line itself</span>` : null}
      ${m.direction === 'out' ? html`<span class="state">${fate(m)}</span>` : null}
      ${FAILED.has(m.state) ? html`<button class="small" @click=${() => desk.again(contact.id, m.text)}>Put back in the box</button>` : null}
    </p>
  </li>`;

/** What was written here and is not acknowledged: never shown as sent. */
export const pending = (p, contact, desk) =>
  html`<li class="message" data-direction="out" data-state=${p.state}>
    <span class="unseen">You:</span>
    <p class="text" dir="auto"><bdi>${p.text}</bdi></p>
    <p class="fate">
      <time datetime=${p.at}>${time(p.at)}</time>
      <span class="state">${{ sending: 'Sending…', retrying: `Not sent yet, trying again: ${p.why}`, refused: `Not sent: ${p.why}` }[p.state]}</span>
      ${p.state === 'refused'
        ? html`<button class="small" @click=${() => desk.again(contact.id, p.text, p.key)}>Put back in the box</button>`
        : null}
    </p>
  </li>`;

const text = (m) =>
  pieces(m.text, m.signals).map((piece) => (piece.labels.length ? html`<mark>${piece.text}</mark>` : html`${piece.text}`));

/** Each sign once, with all the words that raised it. */
const signs = (m) => {
  const words = new Map();
  for (const { label, meaning, start, end } of m.signals ?? []) {
    const sign = meaning ? `${label} (${meaning})` : label;
    words.set(sign, [...(words.get(sign) ?? []), m.text.slice(start, end).trim()]);
  }
  return words.size === 0
    ? null
    : html`<ul class="signals">
        ${[...words].map(([sign, found]) => html`<li>${sign}: ${found.map((one) => html`<q><bdi>${one}</bdi></q> `)}</li>`)}
      </ul>`;
};

const fate = (m) => (m.error ? `${STATE[m.state]}: ${ERROR[m.error] ?? `the provider's code is ${m.error}`}` : STATE[m.state]);
