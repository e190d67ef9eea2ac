import { useEffect, useRef } from 'react';

/** Keys that work anywhere on the page, except where something is typed or a dialog is open. */
export function usePageKeys(keys: Record<string, () => void>): void {
    const latest = useRef(keys);
    latest.current = keys;
    useEffect(() => {
        const onKeyDown = (event: KeyboardEvent) => {
            if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
            const at = event.target as HTMLElement;
            if (at.closest('input,textarea,select,[contenteditable],[role="dialog"],[role="menu"]')) return;
            const action = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
            if (!action) return;
            event.preventDefault();
            action();
        };
        window.addEventListener('keydown', onKeyDown);
        return () => window.removeEventListener('keydown', onKeyDown);
    }, []);
}
