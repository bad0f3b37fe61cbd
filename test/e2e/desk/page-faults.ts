import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const findFaults = readFileSync(new URL('page-faults.js', import.meta.url), 'utf8');

/** What `page-faults.js` finds on the page as it stands, in light and in dark. */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const faults = await page.evaluate<readonly string[]>(findFaults);
    found.push(...faults.map((fault) => `${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}
