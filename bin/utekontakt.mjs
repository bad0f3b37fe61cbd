#!/usr/bin/env node
// Starts the program. Written so that an old Node can read it and say what is wrong.
const needed = 26;
const major = Number(process.versions.node.split('.')[0]);
if (major < needed) {
  process.stderr.write(
    `utekontakt needs Node ${needed} or newer and was started with ${process.versions.node}. ` +
      'On 64-bit Linux run it through npm (npm start, npx utekontakt), which brings its own; elsewhere install it from nodejs.org.\n',
  );
  process.exit(78);
}
const { run } = await import('../src/cli/run.ts');
process.exitCode = await run(process.argv.slice(2));
