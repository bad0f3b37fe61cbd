import fc from 'fast-check';

// In CI the property tests draw the same inputs every time, so that a run says something about the commit it ran on and
// not about the day. Everywhere else they draw new ones; `bench/redaction/fuzz.ts` draws a million.
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_123 });
