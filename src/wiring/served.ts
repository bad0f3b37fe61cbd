import type { Configuration } from '../settings/configuration.ts';
import type { Platform } from '../settings/environment.ts';

/** The invented municipality is served by the sandbox only: a real sender must never meet it. */
export const isServedOn = (platform: Platform, { invented }: { readonly invented: boolean }): boolean =>
  !(platform.kind === 'discord' && platform.api === undefined && invented);

/** Those this process answers for. */
export const servedBy = ({ configured }: Configuration, platform: Platform): Configuration['configured'] =>
  configured.filter(({ municipality }) => isServedOn(platform, municipality));
