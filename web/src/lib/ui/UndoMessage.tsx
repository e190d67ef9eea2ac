import { Button, Group, Text } from '@mantine/core';

export function UndoMessage({ text, onUndo }: { text: string; onUndo: () => void }) {
    return (
        <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{text}</Text>
            <Button size="compact-sm" variant="light" onClick={onUndo}>
                Undo
            </Button>
        </Group>
    );
}
