import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const pathIn = (environment: NodeJS.ProcessEnv) => environment['CHROMIUM'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Whether the tests in a browser can run. Where they must (`CI` or `REQUIRE_CHROMIUM`), a missing browser is an error.
 * @throws Error that says what to install
 */
export function hasChromium(environment: NodeJS.ProcessEnv): boolean {
  const path = pathIn(environment);
  if (existsSync(path)) return true;
  if (environment['CI'] === undefined && environment['REQUIRE_CHROMIUM'] === undefined) return false;
  throw new Error(`No Chromium at ${path}. Install it, or give its path in CHROMIUM.`);
}

/** A headless Chromium of the machine; nothing is downloaded. */
export const openBrowser = (environment: NodeJS.ProcessEnv): Promise<Browser> =>
  chromium.launch({ executablePath: pathIn(environment), headless: true, args: FLAGS });
