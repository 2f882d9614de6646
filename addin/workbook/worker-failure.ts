/** Why a worker stopped; one whose code cannot be loaded, as after an upgrade of the service, does not say. */
export const whyStopped = (event: Event): string =>
  event instanceof ErrorEvent ? `${event.message}.` : 'a part of this pane could not be loaded.';
