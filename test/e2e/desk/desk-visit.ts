import type { Browser, Page } from 'playwright-core';
import type { MessageView } from '../../../sandbox/control-api.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo } from '../service/harness.ts';

/** The address in the answer to «Åpne skjermet skjema». */
export async function deskLink(visitor: Visitor, card: MessageView): Promise<string> {
  const answer = await answerTo(visitor, await visitor.press(card, 'Åpne skjermet skjema'));
  const [, url] = /\((http[^)]+)\)/u.exec(textOfMessage(answer)) ?? [];
  if (url === undefined) throw new Error(`no link: ${textOfMessage(answer)}`);
  return url;
}

export interface DeskPage {
  readonly page: Page;
  /** What the browser complained of: refused styles, failed requests, other origins. */
  readonly complaints: string[];
}

/** A browser of one's own, so that two persons can be at the desk at once. */
export async function openDesk(browser: Browser, viewport = { width: 1100, height: 900 }): Promise<DeskPage> {
  const context = await browser.newContext({ viewport, locale: 'nb-NO', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type()) && !/status of (401|403|404|409|421|422)/u.test(line.text()))
      complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^http:\/\/127\.0\.0\.1:\d+\//u.test(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  return { page, complaints };
}

/** From the link to the case: one press to sign in, one to say why. */
export async function signIn(page: Page, link: string, purpose = 'Jeg følger opp saken'): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Logg inn' }).click();
  await page.getByRole('button', { name: purpose }).click();
  await page.getByRole('heading', { level: 1, name: /^Sak \d+/u }).waitFor();
}
