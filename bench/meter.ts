// Loaded into a bot's process before its own code: tells the measuring process how much processor time it has used and how much memory it holds.
process.on('message', () => process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage.rss() }));
process.on('disconnect', () => process.exit());
// The meter alone must not keep the process alive once the bot has ended.
process.channel?.unref();
