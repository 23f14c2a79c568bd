/** Fonts of other scripts: their style sheets are long, and come only when such letters are on the page. */
const scripts = [
  { letters: /\p{Script=Arabic}/u, load: () => import("./fonts-arabic.ts") },
  { letters: /\p{Script=Han}/u, load: () => import("./fonts-chinese.ts") },
];

function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 500 });
  else setTimeout(work, 50);
}

/** Watches a part of the page for scripts that it has no font for yet, until the returned function is called. */
export function watchScripts(place: Element): () => void {
  const missing = new Set(scripts);
  let isDue = false;
  const look = () => {
    isDue = false;
    const text = place.textContent ?? "";
    for (const script of missing) {
      if (!script.letters.test(text)) continue;
      missing.delete(script);
      void script.load();
    }
    if (missing.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    whenIdle(look);
  });
  observer.observe(place, { childList: true, subtree: true, characterData: true });
  whenIdle(look);
  return () => observer.disconnect();
}
