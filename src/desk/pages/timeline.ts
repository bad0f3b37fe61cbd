import type { CaseEntry } from '../../core/case.ts';
import { timelineOf } from '../../core/incident/timeline.ts';
import type { TimelineEvent } from '../../core/incident/timeline.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { clock, page } from './layout.ts';
import type { Viewer } from './layout.ts';

/** What has happened, without a word of what was said; oldest first. */
export const timelinePage = (
  { case: current, dossier }: Subject,
  entries: readonly CaseEntry[],
  viewer: Viewer,
): Html =>
  page({
    title: viewer.texts.after.timeline,
    viewer,
    about: { caseId: dossier.caseId, caseNumber: dossier.caseNumber, here: 'after' },
    body: html`<p class="help">${viewer.texts.after.timelineIntro}</p>
      <ol>
        ${timelineOf(current, entries, dossier).map((event) => html`<li>${clock(viewer, event.at)}: ${eventText(event, viewer)}</li>`)}
      </ol>`,
  });

function eventText(event: TimelineEvent, viewer: Viewer): string {
  const { events } = viewer.texts.after;
  switch (event.kind) {
    case 'opened':
    case 'deleted':
    case 'received':
      return events[event.kind];
    case 'message':
      return events.message(textsIn(viewer.language).words.severity({ severity: event.severity }));
    case 'step':
      return events.step(viewer.texts.steps[event.step].title, event.by);
    case 'closing':
      return events.closing(viewer.texts.after.codes[event.code]);
    default:
      return events[event.kind](event.by);
  }
}
