import { createContext, useContext } from 'react';
import type { Catalog, Resource, Row } from '../../lib/data/catalog';
import type { RowActions } from './useRowActions';

/** What the parts of the workbench share about the resource that is shown. */
export interface Workbench {
    catalog: Catalog;
    resource: Resource;
    actions: RowActions;
    /** Opens the form for a row, or for a new one; `column` is where it begins. */
    openForm: (row: Row | null, column?: string) => void;
    may: (verb: string) => boolean;
    trash: boolean;
}

const WorkbenchContext = createContext<Workbench | null>(null);

export const WorkbenchProvider = WorkbenchContext.Provider;

export function useWorkbench(): Workbench {
    const workbench = useContext(WorkbenchContext);
    if (!workbench) throw new Error('The workbench is not there.');
    return workbench;
}
