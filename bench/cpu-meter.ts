// Loaded into a bot's process before its own code: tells the measuring process how much processor time it has used.
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit());
// The meter alone must not keep the process alive once the bot has ended.
process.channel?.unref();
