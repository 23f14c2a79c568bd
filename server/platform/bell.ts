/** Something to wait for: rings when told to, and by itself after a while. */
export function createBell(patienceMs: number) {
  let ring = () => {};
  return {
    ring: () => ring(),
    next: (atMostMs: number = patienceMs) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(atMostMs, patienceMs));
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
