import type { NodeSingular, StylesheetJson } from 'cytoscape';
import type { EdgeRelation } from '#shared/statuses.ts';

interface Look {
  label: string;
  /** A colour of the theme. */
  color: `--${string}`;
  line: 'solid' | 'dashed' | 'dotted';
}

/** Colour and line together tell relations apart, so that colour alone never does. */
export const relationLooks: Readonly<Record<EdgeRelation, Look>> = {
  runs_on: { label: 'runs on', color: '--colorPaletteBlueBorderActive', line: 'solid' },
  member_of: { label: 'is a member of', color: '--colorNeutralForeground3', line: 'dotted' },
  part_of: { label: 'is part of', color: '--colorPalettePurpleBorderActive', line: 'dotted' },
  uses_database: { label: 'uses database', color: '--colorPaletteTealBorderActive', line: 'dashed' },
  depends_on: { label: 'depends on', color: '--colorPaletteMarigoldBorderActive', line: 'solid' },
  backup_of: { label: 'is backup of', color: '--colorPaletteGreenBorderActive', line: 'dashed' },
};

/** Names are this high on the screen, however far the picture is zoomed out, px. */
const NAME_PX = 11;
const HUB_NAME_PX = 13;
/** Further out, only what much leans on keeps its name. */
const NAMES_FROM_ZOOM = 0.4;

/** In the picture's own units, which zoom shrinks. */
const heightFor = (px: number) => (node: NodeSingular) => Math.max(px, px / node.cy().zoom());

/** Cytoscape paints on a canvas, which knows no CSS variables: the theme's colours as they are now. */
export function pictureStyle(colorOf: (name: string) => string): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        'font-size': heightFor(NAME_PX),
        'text-opacity': (node: NodeSingular) => (node.cy().zoom() < NAMES_FROM_ZOOM ? 0 : 1),
        color: colorOf('--colorNeutralForeground1'),
        'text-outline-color': colorOf('--colorNeutralBackground1'),
        'text-outline-width': 2,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-max-width': '110px',
        'text-wrap': 'ellipsis',
        'background-color': colorOf('--colorBrandBackground'),
        width: 18,
        height: 18,
      },
    },
    {
      // What much leans on keeps its name however small the picture is.
      selector: 'node[?isHub]',
      style: {
        'font-size': heightFor(HUB_NAME_PX),
        'text-opacity': 1,
        'text-max-width': '220px',
        width: 26,
        height: 26,
      },
    },
    {
      selector: 'node[kind = "group"]',
      style: { shape: 'round-rectangle', 'background-color': colorOf('--colorNeutralForeground3'), width: 36 },
    },
    {
      selector: 'node[kind = "name"]',
      style: {
        shape: 'diamond',
        'background-color': colorOf('--colorNeutralBackground1'),
        'border-width': 2,
        'border-style': 'dashed',
        'border-color': colorOf('--colorPaletteRedBorderActive'),
      },
    },
    {
      selector: 'node.focus',
      style: { 'border-width': 4, 'border-color': colorOf('--colorNeutralForeground1'), width: 26, height: 26 },
    },
    {
      selector: 'edge',
      style: { width: 1.5, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.8 },
    },
    ...Object.entries(relationLooks).map(([relation, look]) => ({
      selector: `edge[relation = "${relation}"]`,
      style: {
        'line-color': colorOf(look.color),
        'target-arrow-color': colorOf(look.color),
        'line-style': look.line,
      },
    })),
  ];
}
