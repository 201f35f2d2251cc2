import { html } from 'lit';
import { DeskElement } from '../views/element.js';
import { changes, changesAnything, many } from './changes.js';
import './export.js';
import { suggestedSource } from './files.js';

const DOING = { looking: 'The files are read and compared. Nothing is changed yet.', doing: 'Importing. This may take a minute.' };

/** The directory of services for those who keep it: bringing services in, and taking them out. */
class Directory extends DeskElement {
  static properties = { ...DeskElement.properties, sources: { state: true }, chosen: { state: true } };

  #stage = '';

  constructor() {
    super();
    this.sources = [];
    /** @type {File[]} */
    this.chosen = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stage = this.desk.importing.stage;
    this.desk.importing.addEventListener('change', this.#changed);
    this.#known();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.desk.importing.removeEventListener('change', this.#changed);
  }

  render() {
    const { importing } = this.desk;
    const { stage, report } = importing;
    const shown = report !== null;
    return html`<section class="directory" aria-labelledby="directory-title">
      <h2 id="directory-title">Directory of services</h2>
      <section class="sheet" aria-labelledby="import-title">
        <h3 id="import-title" tabindex="-1">${stage === 'done' ? 'Imported' : shown ? 'What would change' : 'Bring services in'}</h3>
        ${shown ? this.#shown(report, stage === 'done') : this.#form()}
        <p class="problem" role="alert">${importing.problem}</p>
        <p class="working" role="status">${DOING[stage] ?? ''}</p>
        ${importing.busy ? html`<progress aria-label="At work"></progress>` : null}
        ${shown ? this.#next(report) : null}
      </section>
      <hl-export .desk=${this.desk}></hl-export>
    </section>`;
  }

  #form() {
    const { busy } = this.desk.importing;
    return html`<form class="bring" @submit=${this.#look}>
      <p>First you see what would change. Nothing changes before you say so.</p>
      <label for="import-files">Files</label>
      <input id="import-files" name="files" type="file" multiple accept=".json,.ndjson,.jsonl,.csv" aria-describedby="import-files-hint" @change=${this.#choose} />
      <p id="import-files-hint" class="soft">HSDS 1.1 to 3.1: JSON, JSON lines, or all CSV files of a package together; 12 MB at most.</p>
      <label for="import-source">Whose services are these?</label>
      <input id="import-source" name="source" list="import-sources" maxlength="60" dir="auto" autocomplete="off" spellcheck="false" aria-describedby="import-source-hint" />
      <datalist id="import-sources">${this.sources.map((one) => html`<option value=${one.name}>${many(one.services, 'service')}</option>`)}</datalist>
      <p id="import-source-hint" class="soft">The name under which they are kept here, such as that of the partner who sends them. The same name each time: what is then no longer in the files is marked.</p>
      <div class="actions"><button class="primary" aria-disabled=${busy}>Show what would change</button></div>
    </form>`;
  }

  #shown(report, done) {
    return html`${done ? html`<p>${report.skipped?.length ? `Done, but for ${many(report.skipped.length, 'service')} that somebody else changed meanwhile: ${report.skipped.join(', ')}. Import again.` : 'All of it is done. A search finds it from now on.'}</p>` : null}
      ${!done && !changesAnything(report) ? html`<p>Nothing would change: the directory has all of this already.</p>` : null}
      ${changes(report, done)}`;
  }

  #next(report) {
    const { importing } = this.desk;
    if (importing.stage === 'done') return html`<div class="actions"><button @click=${this.#restart}>Import more</button></div>`;
    return html`<div class="actions">
      ${changesAnything(report) ? html`<button class="primary" aria-disabled=${importing.busy} @click=${() => importing.apply()}>Import these changes</button>` : null}
      ${importing.problem ? html`<button aria-disabled=${importing.busy} @click=${() => importing.lookAgain()}>Look again</button>` : null}
      <button aria-disabled=${importing.busy} @click=${this.#restart}>${changesAnything(report) ? 'Go back' : 'Choose other files'}</button>
    </div>`;
  }

  #changed = async () => {
    const { stage } = this.desk.importing;
    const moved = stage === 'done' || (stage === 'shown' && this.#stage === 'looking') || (stage === 'choosing' && this.#stage !== 'looking');
    this.#stage = stage;
    this.requestUpdate();
    await this.updateComplete;
    if (moved) this.renderRoot.querySelector('#import-title').focus();
    if (stage === 'done') this.#known();
  };

  #choose = ({ target }) => {
    this.chosen = [...target.files];
    const source = this.renderRoot.querySelector('#import-source');
    if (!source.value && this.chosen.length === 1) source.value = suggestedSource(this.chosen[0].name);
  };

  #look = (event) => {
    event.preventDefault();
    this.desk.importing.look(this.chosen, this.renderRoot.querySelector('#import-source').value);
  };

  #restart = () => {
    if (this.desk.importing.busy) return;
    this.chosen = [];
    this.desk.importing.restart();
  };

  /** Without them the name is written by hand. */
  async #known() {
    this.sources = await this.desk.sources().catch(() => []);
  }
}

customElements.define('hl-directory', Directory);
