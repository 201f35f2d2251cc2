/**
 * The shapes that travel between the modules; frames, contacts and messages are as in the contract
 * (openapi.json) and in docs/protocol.md. Nothing here runs.
 *
 * @typedef {{code: string, label: string, meaning?: string}} Indicator
 * @typedef {{tag: string, confidence: number, certainty: 'chosen'|'own'|'set'|'provisional'|'unknown',
 *   likely: {tag: string, probability: number}[]}} Language
 * @typedef {{id: string, expiresAt: string, reasons: string[]}} Offer
 * @typedef {{id: string, state: 'queued'|'offered'|'connected'|'closed'|'elsewhere', person?: string, seenBefore?: boolean,
 *   channel?: 'SMS'|'WHATSAPP'|'VOICE'|'WEBCHAT', language?: Language,
 *   risk?: {level: 'IMMEDIATE'|'HIGH'|'ELEVATED'|'STANDARD', indicators: Indicator[], judged: boolean}, reasons?: string[], queue?: string, order?: number,
 *   arrivedAt?: string, escalation?: number, lastStep?: string, interpreter?: {name: string, username?: string, number?: string},
 *   partner?: {name: string, phone: string, url?: string}, callBackDue?: string, callBack?: {state: string, againAt?: string}, offer?: Offer, owner?: string, messages?: number,
 *   unanswered?: number, textable?: boolean, left?: string, forced?: string}} Contact
 * @typedef {{start: number, end: number, code: string, label: string, meaning?: string, rule: string}} Signal
 * @typedef {{n: number, id: string, direction: 'in'|'out', text: string, at: string, state: string, error?: number,
 *   key?: string, automatic?: boolean, chose?: string, signals?: Signal[],
 *   voice?: {state: 'coming'|'there'|'empty'|'unreadable', heard: boolean, seconds?: number, soft?: boolean}}} Message
 * @typedef {{key: string, text: string, at: string, state: 'sending'|'retrying'|'refused', why?: string}} Pending
 *   written here, not acknowledged by the server: the text is never dropped
 * @typedef {{username: string, name: string, roles: string[], languages: string[], skills: string[], presence: string, softphone?: boolean}} Me
 * @typedef {{state: 'connecting'|'open'|'waiting'|'ended', retryAt?: number}} LinkState
 * @typedef {{phase: 'starting'|'signed-out'|'signed-in', me: Me|null, link: LinkState, seq: number|null, offset: number,
 *   contacts: Record<string, Contact>, threads: Record<string, Message[]>, pending: Record<string, Pending[]>,
 *   drafts: Record<string, string>, seen: Record<string, number>, responders: Record<string, {username: string, name: string, state: string}>,
 *   quarantined: {id: string, at: string, reason: string}[], languages: string[], open: string|null, wanted: boolean,
 *   choices: import('../services/search.js').Choices|null, searches: Record<string, import('../services/search.js').Form>,
 *   services: boolean, directory: boolean, recordings: boolean, followUps: {contact: string, person: string, referral: any, at: string, due: boolean, safeNow: boolean}[], taken: {person: string}|null}} State
 *   `wanted`: she went on duty here and has not gone off; `searches`: what is ticked about whom; `services`: their column is shown; `directory`, `recordings`: they stand in place of a conversation;
 *   `taken`: what another took just now, of what she was asked too
 */
export {};
