#!/usr/bin/env node
import './node-check.mjs';

const { run } = await import('../src/cli/run.ts');
process.exitCode = await run(process.argv.slice(2));
