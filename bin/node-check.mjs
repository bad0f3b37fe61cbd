// Ends with one plain line when this Node is too old. Written so that an old Node can read it.
const needed = 26;
if (Number(process.versions.node.split('.')[0]) < needed) {
  process.stderr.write(
    `utekontakt needs Node ${needed} or newer and was started with ${process.versions.node}. ` +
      'On 64-bit Linux run it through npm (npm start, npm test, npx utekontakt), which brings its own; ' +
      'elsewhere install it from nodejs.org.\n',
  );
  process.exit(78);
}
