/** Makes a thing once for each language, and zone of time, in which it is asked for. */
export function remembered<T>(
  make: (language: string, timeZone?: string) => T,
): (language: string, timeZone?: string) => T {
  const made = new Map<string, T>();
  return (language, timeZone) => {
    const key = `${language} ${timeZone}`;
    const known = made.get(key) ?? make(language, timeZone);
    made.set(key, known);
    return known;
  };
}
