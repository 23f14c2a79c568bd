/** Brings the place where something is written into sight, and the keyboard to it. */
export function goWrite(place: "propose" | "outline" | "statement"): void {
  const there = document.querySelector<HTMLElement>(`[data-write="${place}"]`);
  there?.scrollIntoView({ block: "center" });
  there?.focus();
}
