import type { CaseId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { deskTextsIn } from '../../i18n/desk/catalogue.ts';
import type { DeskLanguage, DeskTexts } from '../../i18n/desk/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';

/** In which language a page is read. */
export interface Reader {
  readonly language: DeskLanguage;
  readonly texts: DeskTexts;
}

export const readerOf = (language: DeskLanguage): Reader => ({ language, texts: deskTextsIn(language) });

/** Who looks, and what every form of theirs carries. */
export interface Viewer extends Reader {
  readonly signature: string;
  readonly service: string;
  readonly timeZone: string;
  readonly csrf: string;
  /** A new value for each page: makes its forms act once. */
  readonly once: string;
}

interface PageOptions {
  readonly title: string;
  readonly body: Content;
  /** Somebody at the door, or somebody who is signed in. */
  readonly viewer: Reader | Viewer;
  /** Where the browser goes by itself, at once. */
  readonly onTo?: string;
  /** Shows the case's own navigation, with the current page marked. */
  readonly about?: { readonly caseId: CaseId; readonly caseNumber: number; readonly here: CasePage };
}

export const casePages = ['overview', 'guide', 'conversation', 'original', 'after', 'report', 'accesses'] as const;
export type CasePage = (typeof casePages)[number] | 'step';

const slugs: Readonly<Record<(typeof casePages)[number], string>> = {
  overview: '',
  guide: '/neste-steg',
  conversation: '/samtale',
  original: '/original',
  after: '/etterarbeid',
  report: '/rapport',
  accesses: '/innsyn',
};

export const caseAddress = (caseId: CaseId, page: (typeof casePages)[number] = 'overview'): string =>
  `/sak/${caseId}${slugs[page]}`;

/** A whole page. No script, no style but the one file. */
export function page({ title, body, viewer: reader, about, onTo }: PageOptions): Html {
  const { texts, language } = reader;
  const viewer = isSignedIn(reader) ? reader : undefined;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${onTo !== undefined && html`<meta http-equiv="refresh" content="0;url=${onTo}" />`}
        <title>${title} – ${texts.title}</title>
        <link rel="stylesheet" href="/stil.css" />
      </head>
      <body>
        <a class="skip" href="#innhold">${texts.skip}</a>
        <header>
          <p class="name">${viewer ? `${viewer.service} · ` : ''}${texts.title}</p>
          ${viewer && signOut(viewer)}
        </header>
        ${about && caseNavigation(about, texts)}
        <main id="innhold" tabindex="-1">
          <h1>${title}</h1>
          ${body}
        </main>
        ${viewer && html`<footer><p>${texts.idle}</p></footer>`}
      </body>
    </html>`;
}

const isSignedIn = (viewer: Reader | Viewer): viewer is Viewer => 'csrf' in viewer;

const signOut = (viewer: Viewer): Html =>
  html`<form method="post" action="/ut" class="who">
    ${secrets(viewer)}
    <span>${viewer.texts.signedInAs} ${viewer.signature}</span>
    <button type="submit" class="quiet">${viewer.texts.signOut}</button>
  </form>`;

function caseNavigation({ caseId, caseNumber, here }: NonNullable<PageOptions['about']>, texts: DeskTexts): Html {
  const link = (name: (typeof casePages)[number]): Html =>
    html`<li>
      <a href="${caseAddress(caseId, name)}" ${name === here && html`aria-current="page"`}>${texts.nav[name]}</a>
    </li>`;
  return html`<nav aria-label="${texts.nav.label}">
    <p class="case">${texts.caseName(caseNumber)}</p>
    <ul>
      ${casePages.map(link)}
    </ul>
  </nav>`;
}

export const secrets = ({ csrf, once }: Viewer): Html =>
  html`<input type="hidden" name="csrf" value="${csrf}" /><input type="hidden" name="once" value="${once}" />`;

/** A page that only says something. */
export const notice = (
  { title, text }: { readonly title: string; readonly text: string },
  viewer: Reader | Viewer,
  more?: Content,
): Html =>
  page({
    title,
    body: html`<p>${text}</p>
      ${more}`,
    viewer,
  });

/** What a person typed in a form that could not be taken, to be copied from: nothing written is lost. */
export const echo = (typed: readonly string[], { texts }: Reader): Content =>
  typed.length > 0 &&
  html`<section aria-labelledby="skrevet">
    <h2 id="skrevet">${texts.typed.title}</h2>
    <p>${texts.typed.text}</p>
    ${typed.map(
      (words, index) =>
        html`<textarea readonly rows="6" aria-label="${texts.typed.field(index + 1)}">${'\n'}${words}</textarea>`,
    )}
  </section>`;

/** What an act led to, read out by a screen reader. */
export const status = (text: string | undefined, kind: 'done' | 'problem' = 'done'): Content =>
  text !== undefined && html`<p class="status ${kind}" role="${kind === 'done' ? 'status' : 'alert'}">${text}</p>`;

/** When, on the municipality's own clock. */
export const clock = ({ timeZone, language }: Viewer, at: Instant): string => timeTextIn(language, timeZone).on(at);
