import { html } from 'lit';

/** Worth a second look before anything is offered. */
const WARNING = new Set(['not-vetted', 'not-offered', 'never-checked', 'language-not-said', 'place-not-said']);

/**
 * What was found, each with its reasons; of none, why and what else there is.
 *
 * @param {any} found
 * @param {{has: (service: string) => boolean, toggle: (service: string) => void}} chosen to be offered together
 */
export const results = (found, chosen) => html`
  <p class="count" role="status">${summary(found)}</p>
  ${found.because?.length
    ? html`<p>Without any one of these there would be something:</p>
        <ul class="because">${found.because.map((one) => html`<li>${one}</li>`)}</ul>`
    : null}
  ${list(found.services, chosen)}
  ${(found.instead ?? []).map(
    (instead) => html`<h4>Nearest, giving up ${instead.without}</h4>
      ${list(instead.services, chosen)}`,
  )}
`;

function summary({ total, services, readAs }) {
  const read = readAs ? ` for “${readAs}”` : '';
  if (total === 0) return `Nothing fits all of this${read}.`;
  const shown = services.length < total ? `, the first ${services.length} shown` : '';
  return `${total} ${total === 1 ? 'service' : 'services'}${read}${shown}`;
}

const list = (services, chosen) => html`<ul class="found">${services.map((one) => service(one, chosen))}</ul>`;

const service = (one, chosen) => html`<li class="service">
  <span class="line"><h4><bdi>${one.name}</bdi></h4>
    ${one.vetted ? html`<button class="small" aria-pressed=${chosen.has(one.service)} @click=${() => chosen.toggle(one.service)}>${chosen.has(one.service) ? 'To be offered' : 'Offer'}</button>` : null}</span>
  <p class="soft"><bdi>${one.organization}</bdi>${where(one)}</p>
  <ul class="facts">
    ${one.reasons.map(({ about, text }) => html`<li data-about=${about} ?data-warn=${WARNING.has(about)}>${text}</li>`)}
  </ul>
  ${one.askFirst.length ? html`<p class="ask">Ask first: ${one.askFirst.join('; ')}</p>` : null}
</li>`;

const where = (one) => {
  if (one.confidential) return html` · confidential place${one.area ? html`, <bdi>${one.area}</bdi>` : null}`;
  return one.address ? html` · <bdi>${one.address}</bdi>` : null;
};
