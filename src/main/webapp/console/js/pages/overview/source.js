/** Where the overview's figures come from when they are asked for; most of the time they come by themselves. */
import * as api from '/console/js/api.js';

export const look = () => api.get('/api/admin/overview');

/** A storage that hangs is waited for there, several times. */
export const lookAtChecks = () => api.get('/api/admin/checks', {signal: null});
