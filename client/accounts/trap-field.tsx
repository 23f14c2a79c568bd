/**
 * A field that programs fill in and people don't meet: nothing shows it, and `inert` keeps the keyboard, screen readers and
 * what fills in forms for people away from it. Should something fill it in all the same, the next form has an empty one.
 */
export function TrapField() {
  return (
    <div inert aria-hidden="true" className="absolute -top-px h-px w-px overflow-hidden">
      <label>
        Website
        <input type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}
