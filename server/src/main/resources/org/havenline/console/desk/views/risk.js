import { html } from 'lit';
import { RISK } from '../text/labels.js';

/** How urgent, in words and in a shape; colour only repeats it. @param {string} level */
export const risk = (level) => html`<span class="risk" data-level=${level}>${RISK[level]}</span>`;
