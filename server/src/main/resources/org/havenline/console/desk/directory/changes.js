import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ranges } from './files.js';
import './fold.js';

const number = (n) => n.toLocaleString('en');
export const many = (n, one, more = `${one}s`) => `${number(n)} ${n === 1 ? one : more}`;

/** Rows that are shown at once; the others are folded. */
const FEW = 20;

/** Whether an import would do anything. @param {import('./importing.js').Report} report */
export const changesAnything = ({ added, changed, missing }) => added.length + changed.length + missing.length > 0;

/** @param {import('./importing.js').Report} report @param {boolean} done */
export function changes(report, done) {
  const { added, changed, missing, unchanged, files, findings, whole } = report;
  const rejected = findings.filter((one) => one.kind === 'rejected');
  const repaired = findings.filter((one) => one.kind === 'repaired');
  const leftOut = files.reduce((sum, file) => sum + file.leftOut, 0);
  const mended = files.reduce((sum, file) => sum + file.repaired, 0);
  // keyed: what is unfolded belongs to this report
  return keyed(
    report,
    html`<dl class="counts">
      ${count(added.length, 'new')} ${count(changed.length, 'changed')} ${count(unchanged, 'as before')}
      ${count(missing.length, 'no longer there')} ${count(mended, mended === 1 ? 'row repaired' : 'rows repaired')} ${count(leftOut, leftOut === 1 ? 'row left out' : 'rows left out', leftOut > 0)}
    </dl>
    ${whole ? null : html`<p class="caution">A file could not be read to its end, so nothing counts as no longer there.</p>`}
    ${fold(`Left out: ${many(leftOut, 'row')}`, rejected, finding, `These rows ${done ? 'were' : 'would be'} left out. Mend them in the file, then import it again.`, !done)}
    ${fold(`Repaired: ${many(mended, 'row')}`, repaired, finding, 'The original of each is kept.')}
    ${fold(`New: ${many(added.length, 'service')}`, added, named)}
    ${fold(`Changed: ${many(changed.length, 'service')}`, changed, different)}
    ${fold(`No longer there: ${many(missing.length, 'service')}`, missing, named, 'They stay in the directory, marked as no longer in this source.')}
    ${fold(`Read: ${many(files.length, 'file')}`, files, file)}`,
  );
}

const count = (n, words, warn = false) => html`<div ?data-none=${n === 0} ?data-warn=${warn}><dt>${words}</dt><dd>${number(n)}</dd></div>`;

const fold = (heading, items, row, note = '', opened = false) =>
  items.length ? html`<hl-fold .heading=${heading} .items=${items} .row=${row} .note=${note} .opened=${opened}></hl-fold>` : null;

const named = ({ service, name }) => html`<bdi>${name || service}</bdi>${name ? html` <span class="soft"><bdi>${service}</bdi></span>` : null}`;

const different = (one) => html`${named(one)}
  ${one.fields.length ? html`<ul class="fields-changed">${one.fields.map((field) => html`<li><bdi>${field}</bdi></li>`)}</ul>` : null}`;

const file = ({ file, rows, taken, repaired, leftOut }) =>
  html`<bdi>${file}</bdi> <span class="soft">${many(rows, 'row')}: ${number(taken)} taken (${number(repaired)} repaired), ${number(leftOut)} left out</span>`;

function finding({ file, field, reason, count, rows }) {
  return html`<span><bdi>${file}</bdi>${field ? html`, <bdi>${field}</bdi>` : null}: ${reason}</span>
    ${rows.length <= FEW
      ? html`<span class="soft">${count === 1 ? 'row' : 'rows'} ${ranges(rows)}</span>`
      : html`<details><summary class="soft">${many(count, 'row')}</summary><p class="soft rows">${rows.length < count ? `The first ${number(rows.length)}: ` : ''}${ranges(rows)}</p></details>`}`;
}
