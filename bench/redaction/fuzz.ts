// Throws random text at redaction and stops at the first broken promise:  node bench/redaction/fuzz.ts [COUNT=1000000] [SEED=1]
// Promises: never throws, offsets valid and sorted, masking twice changes nothing.
import { createRedactor } from '../../src/core/redaction/redact.ts';
import { RawText } from '../../src/core/raw-text.ts';
import { chanceOf } from '../../test/examples/redaction/chance.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const chance = chanceOf(Number(process.argv[3] ?? 1));
const redactor = createRedactor({ protectedNumbers: ['75555000'] });
const context = { language: 'nb', memory: { entries: [] }, digest: (text: string) => text, earlier: [] } as const;
const pieces =
  'Kari tindra stein heter snap snap: født skole vgs Storgata veien i på 4 9 12 412 34567 116 111 21841278901 H0203 8B AB 12345 192.0.2.7 NO93 https:// instagram.com/ mia.moo nitti seks to ni krøllalfa punktum . , - _ @ # / : || ** ` ( ) [ ] [navn \u200b \u0301 \ud83d \ude00 😀 🇳 1️⃣ ④ Ａ К ᴋ \u0000 أحمد \u202e İ ﬁ ⑳ \n'.split(
    ' ',
  );

for (let index = 0; index < count; index++) {
  let text = '';
  for (let part = chance.between(0, 14); part >= 0; part--) {
    text += chance.oneIn(8) ? String.fromCharCode(chance.between(0, 0xffff)) : chance.pick(pieces);
    if (chance.oneIn(2)) text += ' ';
  }
  let from = 0;
  for (const { start, end } of redactor.find(text)) {
    if (start < from || end <= start || end > text.length) throw new Error(`offsets: ${JSON.stringify(text)}`);
    from = end;
  }
  const once = redactor.redact(new RawText(text), context).text;
  const twice = redactor.redact(new RawText(once), context).text;
  if (twice !== once) throw new Error(`not the same twice: ${JSON.stringify(text)}`);
}
console.log(`${String(count)} texts, every promise kept`);
