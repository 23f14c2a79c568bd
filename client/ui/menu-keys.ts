/** Which item a key leads to from the item at `at`; null where the key means nothing here. */
export function stepTo(key: string, at: number, labels: readonly string[]): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key.length !== 1 || key === " ") return null;
  const wanted = key.toLocaleLowerCase();
  for (let step = 1; step <= count; step++) {
    const next = (at + step) % count;
    if (labels[next]?.trim().toLocaleLowerCase().startsWith(wanted)) return next;
  }
  return null;
}
