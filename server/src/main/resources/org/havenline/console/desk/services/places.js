import { html } from 'lit';

const KILOMETRES = [5, 10, 25, 60, 100, 300];

const towns = (id, choices) => html`<datalist id=${id}>${choices.towns.map((town) => html`<option value=${town.name}></option>`)}</datalist>`;

const distance = (label, km, change) => html`<select aria-label=${label} @change=${(event) => change(Number(event.target.value))}>
  ${KILOMETRES.map((one) => html`<option value=${one} ?selected=${one === km}>${one} km</option>`)}
</select>`;

/** Where she is, or could get to. */
export const around = (near, choices, change) => html`
  <label class="place">Near <input list="towns-near" spellcheck="false" placeholder="town" .value=${near.name} @change=${(event) => change({ ...near, name: event.target.value })} /></label>
  ${towns('towns-near', choices)} ${distance('How far at most', near.km, (km) => change({ ...near, km }))}
`;

/** Where she must not be seen, such as around her employer. */
export const avoided = (all, choices, change) => html`<div class="fields" role="group" aria-label="Where she must not be seen">
  ${all.map(
    (one, i) => html`<button type="button" class="small" aria-label="Remove ${one.name}" @click=${() => change(all.filter((_, at) => at !== i))}><bdi>${one.name}</bdi>, ${one.km} km ✕</button>`,
  )}
  <label class="place">Not near <input list="towns-avoided" spellcheck="false" placeholder="town" @change=${(event) => add(event.target, all, change)} /></label>
  ${towns('towns-avoided', choices)}
</div>`;

function add(input, all, change) {
  const name = input.value.trim();
  input.value = '';
  if (name) change([...all, { name, km: 10 }]);
}
