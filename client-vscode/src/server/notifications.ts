/** Which messages pop up. */
export type ShowNotifications = 'off' | 'onError' | 'onWarning' | 'always';

// The protocol numbers the types of messages from the gravest (1, error) on.
const least: Readonly<Record<ShowNotifications, number>> = { off: 0, onError: 1, onWarning: 2, always: Number.POSITIVE_INFINITY };

/** Whether a message of a type pops up. */
export const isShown = (type: number, setting: ShowNotifications): boolean => type <= least[setting];
