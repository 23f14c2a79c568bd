import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { ApiError } from "../lib/api.ts";
import texts from "../locales/en/ui.json" with { type: "json" };
import { Button } from "./button.tsx";
import { Form } from "./form.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { TextField } from "./text-field.tsx";

beforeAll(async () => {
  await i18next
    .use(initReactI18next)
    .init({ lng: "en", ns: ["ui"], resources: { en: { ui: texts } } });
});

afterEach(cleanup);

interface TryProps {
  error?: unknown;
  onSubmit?: (data: FormData) => void;
}
function Try({ error, onSubmit = () => undefined }: TryProps) {
  return (
    <Form error={error} onSubmit={onSubmit}>
      <TextField name="rules.0.text" label="First rule" hint="One sentence" required />
      <Button type="submit">Send</Button>
    </Form>
  );
}

test("what the server complains about stands at its field, and in a list that has the focus", () => {
  const error = new ApiError({
    type: "/problems/invalid-request",
    title: "The request is not well formed",
    status: 422,
    errors: [{ pointer: "#/body/rules/0/text", detail: "Too long" }],
  });
  const { rerender } = render(<Try />);
  rerender(<Try error={error} />);
  const field = screen.getByLabelText("First rule");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  const described = (field.getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "One sentence",
    "Too long",
  ]);
  expect(document.activeElement).toBe(screen.getByRole("alert"));
  fireEvent.click(screen.getByRole("button", { name: "First rule" }));
  expect(document.activeElement).toBe(field);
});

test("what is missing is said before anything is sent", () => {
  const onSubmit = vi.fn<(data: FormData) => void>();
  const { container } = render(<Try onSubmit={onSubmit} />);
  const form = container.querySelector("form");
  if (!form) throw new Error("no form");
  fireEvent.submit(form);
  expect(onSubmit).not.toHaveBeenCalled();
  expect(container.textContent).toContain("Fill this in");
});

test("a complete form is handed over with its values", () => {
  const onSubmit = vi.fn<(data: FormData) => void>();
  const { container } = render(<Try onSubmit={onSubmit} />);
  const [form, field] = [container.querySelector("form"), container.querySelector("input")];
  if (!form || !field) throw new Error("no form");
  fireEvent.change(field, { target: { value: "Be kind" } });
  fireEvent.submit(form);
  expect(onSubmit.mock.calls[0]?.[0].get("rules.0.text")).toBe("Be kind");
});

test("all that is wrong with one field is said there, each on a line of its own", () => {
  const pointer = "#/body/rules/0/text";
  const error = new ApiError({
    type: "/problems/invalid-request",
    title: "The request is not well formed",
    status: 422,
    detail: "Line 2 is wrong",
    errors: [
      { pointer, detail: "Line 2 is wrong" },
      { pointer, detail: "Line 7 too" },
    ],
  });
  const { rerender } = render(<Try />);
  rerender(<Try error={error} />);
  const said = screen.getByRole("alert").querySelector("li")?.textContent;
  expect(said).toBe("First rule: Line 2 is wrong\nLine 7 too");
  expect(screen.getByRole("alert").textContent?.split("Line 2 is wrong")).toHaveLength(2);
});

test("a choice that is made from the start is not called optional, one that may stay open is", () => {
  const choices = [{ value: "open", label: "At once" }] as const;
  const legendOf = (value?: "open") => {
    const { container } = render(
      <Form error={undefined} onSubmit={() => undefined}>
        <RadioGroup name="mode" label="New statements" choices={choices} value={value} />
      </Form>,
    );
    return container.querySelector("legend")?.textContent;
  };
  expect(legendOf("open")).toBe("New statements");
  expect(legendOf()).toContain("optional");
});
