import { describe, expect, it } from "vitest";
import { sitesIn, snippetOf } from "./snippet.ts";

const framed = {
  origin: "https://moot.example.org",
  slug: "garden",
  debateId: "1234",
  part: "both",
} as const;

describe("the snippet for another site", () => {
  it("is a frame that names where it lies, and the script that gives it its height", () => {
    const [frame, script] = snippetOf({ ...framed, title: "Who mows?" }).split("\n");
    expect(frame).toContain(
      '<iframe src="https://moot.example.org/embed/c/garden/d/1234/both" title="Who',
    );
    expect(frame).toContain('referrerpolicy="strict-origin"');
    expect(script).toBe('<script async src="https://moot.example.org/embed.js"></script>');
    const map = snippetOf({ ...framed, title: "", part: "map" });
    expect(map).toContain("/d/1234/map");
  });

  it("stays one frame whatever the question says", () => {
    const title = '"><script>alert(1)</script>&';
    expect(snippetOf({ ...framed, title })).toContain(
      'title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"',
    );
  });
});

describe("sites that somebody types", () => {
  it("are called as browsers call them, each once", () => {
    const typed =
      " Blog.example.org/2026/post?a#b\n\nhttps://blog.example.org\nhttp://localhost:8080/ ";
    expect(sitesIn(typed)).toEqual(["https://blog.example.org", "http://localhost:8080"]);
  });

  it("are left as they are where they are no address", () => {
    expect(sitesIn("https://")).toEqual(["https://"]);
  });
});
