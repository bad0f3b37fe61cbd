import { describe, expect, it } from 'vitest';
import type { StandardText } from '../../../src/core/standard-text.ts';
import { composeReply } from '../../../src/discord/compose-reply.ts';
import { maxReplyLength } from '../../../src/discord/views/sender-reply.ts';
import { kari } from '../../examples/cases.ts';

const thanks: StandardText = {
  id: 'thanks',
  title: 'Takk',
  text: 'Takk for at du skrev.',
  author: { id: kari.id, signature: 'Kari, saksbehandler' },
  history: [],
  takenOut: false,
};
const compose = (own: string, chosen?: string) => composeReply(own, chosen, [thanks]);

describe('a reply', () => {
  it('that is only written goes as it is', () => {
    expect(compose('Hei. Vi er her.')).toEqual({ kind: 'words', text: 'Hei. Vi er her.', step: 'written' });
  });

  it('that is only an approved text is shown back first', () => {
    expect(compose(' ', 'thanks')).toEqual({ kind: 'words', text: thanks.text, step: 'to-be-shown' });
  });

  it('begins with one’s own words when there are both', () => {
    expect(compose('Hei igjen!', 'thanks')).toMatchObject({
      text: `Hei igjen!\n\n${thanks.text}`,
      step: 'to-be-shown',
    });
  });

  it.each([
    ['empty', '  \n', undefined],
    ['not-usable', 'Hei', 'expired'],
    ['too-long', 'x'.repeat(maxReplyLength - thanks.text.length - 1), 'thanks'],
  ])('is not sent when it is %s', (kind, own, chosen) => {
    expect(compose(own, chosen)).toEqual({ kind });
  });

  it('may fill the room there is', () => {
    expect(compose('x'.repeat(maxReplyLength - thanks.text.length - 2), 'thanks')).toMatchObject({ kind: 'words' });
  });
});
