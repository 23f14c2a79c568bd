import { useErrorText } from "./problem-text.ts";

/** Says in a line why the last try failed; nothing where none did. */
export function Fault({ error }: { error: unknown }) {
  const errorText = useErrorText();
  if (!error) return null;
  return (
    <p role="alert" className="text-sm font-medium text-danger">
      {errorText(error).title}
    </p>
  );
}
