// Reporter whose last line is `N passed, N failed, N skipped`, with the reason of every skip just before it.

/** @typedef {import('vitest/node').TestModule} TestModule */
/** @typedef {import('vitest/node').SerializedError} SerializedError */

export default class ClosingReporter {
  /** @param {readonly TestModule[]} modules @param {readonly SerializedError[]} unhandled */
  onTestRunEnd(modules, unhandled) {
    let passed = 0;
    // A file that cannot be imported holds no test that could fail, so it counts itself.
    let failed = unhandled.length;
    /** @type {Map<string, number>} */
    const skipped = new Map();
    for (const module of modules) {
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed++;
        else if (result.state === 'failed') failed++;
        else if (result.state === 'skipped') {
          const reason = result.note ?? test.fullName;
          skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
        }
      }
    }
    const count = [...skipped.values()].reduce((sum, n) => sum + n, 0);
    for (const [reason, n] of skipped) console.log(`skipped ${n}: ${reason}`);
    if (count > 0 && process.env['CI'] === 'true') {
      console.log('With CI=true nothing may be skipped.');
      process.exitCode = 1;
    }
    console.log(`${passed} passed, ${failed} failed, ${count} skipped`);
  }
}
