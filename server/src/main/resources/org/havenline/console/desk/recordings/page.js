import { html } from 'lit';
import { DeskElement } from '../views/element.js';
import './by-phone.js';
import './sentence.js';

/** What callers hear, language by language, for those who keep it: what is recorded, and bringing recordings. */
class Recordings extends DeskElement {
  static properties = { ...DeskElement.properties, prompts: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  render() {
    const { prompts } = this;
    return html`<section class="directory" aria-labelledby="recordings-title">
      <h2 id="recordings-title">Recordings</h2>
      <p>What callers hear. A language that no voice speaks is in the menu only when all of its sentences are recorded. Where a voice speaks too, a recording is heard instead.</p>
      <p class="soft">Read each sentence aloud as it stands, calmly, by a speaker of the language. A WAV file each, 15 seconds at most. When a text changes, its recording is not heard any more.</p>
      <p class="problem" role="alert">${this.problem ?? ''}</p>
      ${prompts?.stale ? html`<p class="caution">${prompts.stale} of the recordings were made of texts that have changed since, or of languages this line no longer has. They are not heard.</p>` : null}
      ${prompts ? prompts.languages.map((one) => this.#language(one)) : html`<p role="status">One moment…</p>`}
      <hl-by-phone .desk=${this.desk} .state=${this.state}></hl-by-phone>
    </section>`;
  }

  #language(one) {
    return html`<details class="sheet fold">
      <summary><bdi lang=${one.language}>${one.name}</bdi> <span class=${one.heard ? 'soft' : 'caution'}>${standing(one)}</span></summary>
      ${one.heard ? null : html`<p>${one.lacks.length ? `Some texts are not translated yet (${one.lacks.join(', ')}). They come first.` : 'Callers do not find it in the menu yet.'}</p>`}
      <ul class="sentences">
        ${one.sentences.map((sentence) => html`<li><hl-sentence .desk=${this.desk} .state=${this.state} .sentence=${sentence} .language=${one.language} @brought=${() => this.load()}></hl-sentence></li>`)}
      </ul>
    </details>`;
  }

  async load() {
    try {
      this.prompts = await this.desk.prompts();
      this.problem = '';
    } catch (problem) {
      this.problem = `What is recorded cannot be shown: ${problem.message}.`;
    }
  }
}

/** How a language stands, in few words. */
function standing(one) {
  const recorded = one.sentences.filter((sentence) => sentence.recording).length;
  const counted = `${recorded} of ${one.sentences.length} recorded`;
  if (one.voice) return recorded ? `a voice, ${counted}` : 'a voice';
  return one.heard ? 'all recorded' : `no voice, ${counted}`;
}

customElements.define('hl-recordings', Recordings);
