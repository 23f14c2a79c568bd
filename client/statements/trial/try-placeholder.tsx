/** As much room as a short statement takes, so that nothing jumps when it comes. */
export function TryPlaceholder() {
  return <div aria-hidden="true" className="h-132 max-w-3xl sm:h-102" />;
}
