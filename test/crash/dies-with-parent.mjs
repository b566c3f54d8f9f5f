/** Preloaded by tests: once the test that holds the other end of its input has gone, the server goes, too. */
process.stdin.once('close', () => process.kill(process.pid, 'SIGKILL')).resume()
process.stdin.unref()
