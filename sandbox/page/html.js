import htm from 'htm';
import { h } from 'preact';

/** @import { VNode } from 'preact' */
/** @typedef {(strings: TemplateStringsArray, ...values: unknown[]) => VNode} Html */

/** htm's types describe its CommonJS shape; the browser and Node load the ES module, whose default export is callable. */
const template = /** @type {{ bind: (create: typeof h) => Html }} */ (/** @type {unknown} */ (htm));

/** Builds virtual nodes from a template. Values are always set as properties or text, never parsed as markup. */
export const html = template.bind(h);
