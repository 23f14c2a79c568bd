/** What something says, field by field. */
export function Words({ words }: { words: Record<string, string> }) {
  return (
    <div className="max-w-measure space-y-1 border-s-3 border-line-strong ps-4 font-serif text-lg">
      {Object.entries(words)
        .filter(([, text]) => text !== "")
        .map(([field, text]) => (
          <p key={field} dir="auto" className="break-words whitespace-pre-wrap">
            {text}
          </p>
        ))}
    </div>
  );
}
