// Mocha's spec reporter, which also leaves its numbers in the file that INSPECTION_RESPONSE_COUNTS names.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class ReportCounts extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (process.env.INSPECTION_RESPONSE_COUNTS !== undefined)
        writeFileSync(process.env.INSPECTION_RESPONSE_COUNTS, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
}
