import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Larger pictures are left out: Discord shows them small. Bytes. */
export const largestPicture = 2_000_000;

/** How a file of each kind begins. Sources: PNG (ISO 15948) §5.2, JPEG (ITU T.81) annex B. */
const kinds = [
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;

/**
 * The coat of arms (`avatar.png` or `avatar.jpg`) and the banner in a municipality's folder, as `data:` addresses. One
 * that is missing, too large or no picture is left out.
 */
export async function readProfilePictures(
  configDir: string,
  municipalityId: string,
): Promise<{ readonly avatar?: string; readonly banner?: string }> {
  const [avatar, banner] = await Promise.all(
    ['avatar', 'banner'].map((name) => readPicture(join(configDir, municipalityId, name))),
  );
  return { ...(avatar ? { avatar } : {}), ...(banner ? { banner } : {}) };
}

async function readPicture(path: string): Promise<string | undefined> {
  for (const ending of ['png', 'jpg']) {
    const bytes = await readFile(`${path}.${ending}`).catch(() => undefined);
    const kind = bytes && kinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
    if (kind && bytes.length <= largestPicture) return `data:${kind.type};base64,${bytes.toString('base64')}`;
  }
  return undefined;
}
