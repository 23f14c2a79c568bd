/** Markdown without its marks, for a line or two where no formatting fits. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/^\s*(#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replaceAll(
      /(?<![\p{L}\p{N}])(\*\*|__|[*_`~])(?=\S)([^*_`~]*[^*_`~\s])\1(?![\p{L}\p{N}])/gu,
      "$2",
    )
    .replaceAll(/\s+/g, " ")
    .trim();
}
