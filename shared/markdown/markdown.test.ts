import createPurifier from "dompurify";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { createRenderer } from "./renderer.ts";
import { settleHeadings } from "./to-html.ts";

const { window } = new JSDOM("");
const renderMarkdown = createRenderer(createPurifier(window));
const rel = 'rel="nofollow ugc noopener noreferrer"';

test("headings begin below the page's own and skip no level", () => {
  expect(settleHeadings("<h1>a</h1><h4>b</h4>", 3)).toBe("<h3>a</h3><h4>b</h4>");
  expect(settleHeadings("<h5>a</h5>", 2)).toBe("<h2>a</h2>");
});

test("links to other sites open apart, pass nothing on and do not speak for the site", () => {
  expect(renderMarkdown("[x](https://example.org)", 3)).toBe(
    `<p><a href="https://example.org" ${rel} target="_blank">x</a></p>\n`,
  );
});

test("links within the site stay in the window", () => {
  expect(renderMarkdown("[rule 4](/c/tea#rule-4)", 3)).toContain(
    `<a href="/c/tea#rule-4" ${rel}>rule 4</a>`,
  );
});

test("lists count on, and columns stand as they were asked to", () => {
  expect(renderMarkdown("7. seventh\n8. eighth", 3)).toContain('<ol start="7">');
  expect(renderMarkdown("| a |\n| -: |\n| 1 |", 3)).toContain('<td align="right">1</td>');
});

describe("what could act on the reader's behalf does not get through", () => {
  const known = new Set("p br strong em code pre a li ul ol blockquote".toUpperCase().split(" "));
  test.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "![x](https://evil.example/pixel.gif)",
    "[x](javascript:alert(1))",
    "[x](  JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    '[x](https://a.example/"onclick="alert(1))',
    '<a href="https://x" onclick="alert(1)" style="position:fixed">x</a>',
    "<iframe src=https://evil.example></iframe>",
    "<svg><a xlink:href='javascript:alert(1)'>x</a></svg>",
    "<form action=/api><button>x</button></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  ])("%s", (source) => {
    const place = window.document.createElement("div");
    place.innerHTML = renderMarkdown(source, 3);
    for (const element of place.querySelectorAll("*")) {
      expect(known).toContain(element.tagName);
      const names = element.getAttributeNames();
      expect(names.filter((name) => !["href", "rel", "target"].includes(name))).toEqual([]);

      expect(element.getAttribute("href") ?? "https://a.example").toMatch(/^https:\/\/a\.example/);
    }
  });
});
