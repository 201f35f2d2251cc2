import { LitElement } from 'lit';

/** Renders into the page itself: one style sheet, labels and password managers work across elements. */
export class DeskElement extends LitElement {
  static properties = { desk: { attribute: false }, state: { attribute: false }, contact: { attribute: false } };

  createRenderRoot() {
    return this;
  }
}
