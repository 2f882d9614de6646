import type { ServiceOnSet } from '../import/service-on-set.ts';

/** What the workers and mongod had used at a moment. */
interface Sample {
  /** ms since 1970, as the tasks' times are. */
  at: number;
  workersMs: number;
  mongodMs: number;
  /** Resident memory of the largest worker, MB. */
  memory: number;
}

interface Usage {
  workersMs: number;
  mongodMs: number;
  peakMemory: number;
}

const EVERY_MS = 50;

/** Watches workers and mongod from outside while agents run, so that each agent's share can be told afterwards. */
export class Meter {
  private readonly samples: Sample[] = [];
  private readonly timer: NodeJS.Timeout;

  constructor(workers: readonly ServiceOnSet[], mongodMs: () => number) {
    this.timer = setInterval(() => {
      this.samples.push({
        at: Date.now(),
        workersMs: workers.reduce((sum, worker) => sum + worker.processorMs(), 0),
        mongodMs: mongodMs(),
        memory: Math.max(...workers.map((worker) => worker.memory())),
      });
    }, EVERY_MS);
  }

  /** Between two moments, ms since 1970; as exact as the samples are apart. */
  between(from: number, to: number): Usage {
    const within = this.samples.filter(({ at }) => at >= from - EVERY_MS && at <= to + EVERY_MS);
    const [first, last] = [within[0], within.at(-1)];
    if (first === undefined || last === undefined) return { workersMs: 0, mongodMs: 0, peakMemory: Number.NaN };
    return {
      workersMs: last.workersMs - first.workersMs,
      mongodMs: last.mongodMs - first.mongodMs,
      peakMemory: Math.max(...within.map(({ memory }) => memory)),
    };
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
