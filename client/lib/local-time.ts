const two = (number: number) => String(number).padStart(2, "0");

/** A moment as `datetime-local` wants it, in the zone of the device. */
export function toLocal(moment: number): string {
  const date = new Date(moment);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
