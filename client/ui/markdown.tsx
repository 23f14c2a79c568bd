import { useQuery } from "@tanstack/react-query";
import { cx } from "./cx.ts";

interface MarkdownProps {
  /** What somebody wrote. */
  source: string;
  /** The language it is written in, where known: fonts, hyphens and readers follow it. */
  lang?: string | undefined;
  /** The level of its highest headings: one below the heading that it stands under. */
  top?: 2 | 3 | 4 | undefined;
  className?: string | undefined;
}

/**
 * Written content with headings, lists, links and quotes. The parser and the sanitizer come after the first paint;
 * until then the source stands there as plain text.
 */
export function Markdown({ source, lang, top = 3, className }: MarkdownProps) {
  const { data: render } = useQuery({
    queryKey: ["markdown-renderer"],
    queryFn: () => import("./render-markdown.ts").then((module) => module.renderMarkdown),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  if (!render) {
    return (
      <div lang={lang} dir="auto" className={cx("prose whitespace-pre-line", className)}>
        {source}
      </div>
    );
  }
  return (
    <div
      lang={lang}
      dir="auto"
      className={cx("prose", className)}
      dangerouslySetInnerHTML={{ __html: render(source, top) }}
    />
  );
}
