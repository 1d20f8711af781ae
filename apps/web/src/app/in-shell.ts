import { createContext } from 'react';

/** True for whatever is drawn beside the sidebar. */
export const InShell = createContext(false);
