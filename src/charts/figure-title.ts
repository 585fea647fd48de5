import { createContext } from 'react';

/** The id of the finding that names the drawing, for the surface drawn within the figure. */
export const FigureTitle = createContext<string | undefined>(undefined);
