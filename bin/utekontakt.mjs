#!/usr/bin/env node
import nodeModule from 'node:module';
import './node-check.mjs';

// Nobody's message waits for the program to be compiled once more. Holds code only; where it cannot be kept, all goes as without.
nodeModule.enableCompileCache();
const { run } = await import('../src/cli/run.ts');
process.exitCode = await run(process.argv.slice(2));
