/** So long the place may take to be there: what it is in may still be on its way. */
const patienceMs = 10_000;

/** Brings the place where something is written into sight, opens it, and brings the keyboard to it. */
export function goWrite(
  place: "propose" | "outline" | "statement",
  until = performance.now() + patienceMs,
): void {
  const there = document.querySelector<HTMLElement>(`[data-write="${place}"]`);
  if (!there) {
    if (performance.now() < until) requestAnimationFrame(() => goWrite(place, until));
    return;
  }
  there.scrollIntoView({ block: "center" });
  (there.querySelector<HTMLElement>("input, textarea") ?? there).focus();
  if (there instanceof HTMLButtonElement) there.click();
}
