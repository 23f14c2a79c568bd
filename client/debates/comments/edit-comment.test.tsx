import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Comment } from "#shared/contract/comments.ts";
import texts from "../../locales/en/debates.json" with { type: "json" };
import ui from "../../locales/en/ui.json" with { type: "json" };
import { accountQuery } from "../../lib/session.ts";
import { DebateContext, type DebateHere } from "../debate-context.ts";
import { EditComment } from "./edit-comment.tsx";

const here = { ids: { communityId: "c", debateId: "d" } } as DebateHere;
const first = { id: "x", text: "Which year?", mentions: [], version: 1 } as unknown as Comment;
const meanwhile = { ...first, text: "Which years?", version: 2 };

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: "en",
    ns: ["debates", "ui"],
    resources: { en: { debates: texts, ui } },
  });
});
beforeEach(() => localStorage.clear());
afterEach(cleanup);

function open(comment: Comment) {
  const queries = new QueryClient();
  queries.setQueryData(accountQuery.queryKey, { id: "ann" } as never);
  return render(
    <QueryClientProvider client={queries}>
      <DebateContext value={here}>
        <EditComment comment={comment} onLeave={() => undefined} />
      </DebateContext>
    </QueryClientProvider>,
  );
}

/** Words are typed and left, and meanwhile the comment gets others, on another device. */
function overtake() {
  const { unmount } = open(first);
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "Which year was it?" } });
  unmount();
  return open(meanwhile);
}

test("a comment that got other words while an edit waited here shows both", () => {
  overtake();
  const alert = screen.getByRole("alert");
  expect(within(alert).getByText("Which year was it?")).toBeTruthy();
  expect(within(alert).getByText("Which years?")).toBeTruthy();
});

test("who goes on with their own words finds them again", () => {
  const { unmount } = overtake();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.keepMine }));
  unmount();
  open(meanwhile);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByDisplayValue("Which year was it?")).toBeTruthy();
});

test("who takes the other words has no draft any more", () => {
  const { unmount } = overtake();
  fireEvent.click(screen.getByRole("button", { name: ui.conflict.takeTheirs }));
  unmount();
  open(meanwhile);
  expect(screen.getByDisplayValue("Which years?")).toBeTruthy();
});
