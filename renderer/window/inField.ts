// inField: whether an event is meant for a form field, whose keys and pastes are its own.

export function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
