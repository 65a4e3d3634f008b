// Loaded into the desk's process before its own code. Tells the measuring process how many bytes are kept once everything unused is
// thrown away, and how many the process held at most since it was last asked.
let highest = 0;
setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 20).unref();
process.on('message', () => {
  for (let i = 0; i < 3; i += 1) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ kept: heapUsed + external, highest: Math.max(highest, rss) });
  highest = 0;
});
process.on('disconnect', () => process.exit());
process.channel?.unref();
