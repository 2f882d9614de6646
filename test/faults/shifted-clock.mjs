/** Loaded before a service process (`--import`): its computer's clock is wrong by CLOCK_SHIFT_MS. */
const shiftMs = Number(process.env.CLOCK_SHIFT_MS);
const RightDate = Date;
const now = () => RightDate.now() + shiftMs;

globalThis.Date = new Proxy(RightDate, {
  construct: (_date, parts) => (parts.length === 0 ? new RightDate(now()) : Reflect.construct(RightDate, parts)),
  get: (_date, name) => (name === 'now' ? now : RightDate[name]),
});
