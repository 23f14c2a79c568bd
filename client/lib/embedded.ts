/** Whether this is the page that other sites show inside theirs. It never becomes another one: see `app/embedded-shell.tsx`. */
export const isEmbedded = (): boolean => location.pathname.startsWith("/embed/");
