import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

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
export function hasChromium(): boolean {
  if (existsSync(executablePath)) return true;
  if (process.env['CI'] === undefined && process.env['REQUIRE_CHROMIUM'] === undefined) return false;
  throw new Error(`No Chromium at ${executablePath}. Install it, or give its path in CHROMIUM.`);
}

/** A headless Chromium of the machine; nothing is downloaded. */
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, headless: true, args: FLAGS });
