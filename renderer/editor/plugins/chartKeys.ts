// The plugin of charts: Enter and a double click on a chart ask for its pane.
import { Plugin } from 'prosemirror-state';
import { schema } from '../../../shared/briefing/schema.ts';
import { selectedChart } from '../commands/charts.ts';

export function chartKeysPlugin(onChange: () => void): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
        if (!view.editable || !selectedChart(view.state)) return false;
        onChange();
        return true;
      },
      handleDoubleClickOn(view, _pos, node) {
        if (!view.editable || node.type !== schema.nodes.chart) return false;
        onChange();
        return true;
      },
    },
  });
}
