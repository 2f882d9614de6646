import type { Css, EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape';
import type { EdgeRelation } from '#shared/statuses.ts';
import { classShapes } from './class-shapes.ts';
import { NAME_GAP, type Side } from './place-names.ts';

interface Look {
  /** A colour of the theme. */
  color: `--${string}`;
  line: 'solid' | 'dashed' | 'dotted';
}

/** Colour and line together tell relations apart, so that colour alone never does. */
export const relationLooks: Readonly<Record<EdgeRelation, Look>> = {
  runs_on: { color: '--colorPaletteBlueBorderActive', line: 'solid' },
  member_of: { color: '--colorNeutralForeground3', line: 'dotted' },
  part_of: { color: '--colorPaletteLilacBorderActive', line: 'dotted' },
  uses_database: { color: '--colorPaletteTealBorderActive', line: 'dashed' },
  depends_on: { color: '--colorPaletteMarigoldForeground2', line: 'solid' },
  backup_of: { color: '--colorPaletteGreenBorderActive', line: 'dashed' },
};

/** Of a relation that a later service adds. */
const OTHER_LOOK: Look = { color: '--colorNeutralForeground2', line: 'solid' };

export function lookOf(relation: string): Look {
  return Object.hasOwn(relationLooks, relation) ? relationLooks[relation as EdgeRelation] : OTHER_LOOK;
}

/** Of the nodes; brighter in the dark than the brand's background is. */
export const ASSET_COLOR = '--colorCompoundBrandBackground';

/** The canvas takes a plain list only, not the theme's with its quotes and brackets. */
const FONTS = 'Segoe UI, Roboto, Helvetica Neue, sans-serif';

/** Names are this high on the screen, however far the picture is zoomed, px. */
export const NAME_PX = 12;
const NAME_MAX_LETTERS = 28;

/** A name as the picture has room for it; pointing at its node tells the whole. */
export function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= NAME_MAX_LETTERS ? name : `${letters.slice(0, NAME_MAX_LETTERS - 1).join('')}…`;
}

/** How a node's name is written, for measuring it. */
export function nameFont(node: NodeSingular): string {
  return `${node.style('font-weight')} ${NAME_PX}px ${node.style('font-family')}`;
}

/** In the picture's own units, which zoom shrinks. */
const onScreen = (px: number) => (element: EdgeSingular | NodeSingular) => px / element.cy().zoom();
/** Shrinks with the picture, though not out of sight, and does not grow with it: zooming in makes room. */
const upTo = (px: number) => (element: EdgeSingular | NodeSingular) => {
  const zoom = element.cy().zoom();
  return Math.max(px / 2, Math.min(px, px * zoom)) / zoom;
};
const sizeUpTo = (width: number, height = width) => ({ width: upTo(width), height: upTo(height) });

/** Where the name stands, as Cytoscape says it. */
const namesBeside: Readonly<Record<Side, Css.Node>> = {
  bottom: { 'text-valign': 'bottom', 'text-margin-y': onScreen(NAME_GAP) },
  top: { 'text-valign': 'top', 'text-margin-y': onScreen(-NAME_GAP) },
  right: { 'text-valign': 'center', 'text-halign': 'right', 'text-margin-x': onScreen(NAME_GAP) },
  left: { 'text-valign': 'center', 'text-halign': 'left', 'text-margin-x': onScreen(-NAME_GAP) },
};

/** Cytoscape paints on a canvas, which knows no CSS variables: the theme's colours as they are now. */
export function pictureStyle(colorOf: (name: string) => string): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        'font-family': FONTS,
        'font-size': onScreen(NAME_PX),
        color: colorOf('--colorNeutralForeground1'),
        'text-background-color': colorOf('--colorNeutralBackground1'),
        // No line is seen through a name.
        'text-background-opacity': 1,
        'text-background-shape': 'roundrectangle',
        'text-background-padding': '2px',
        'background-color': colorOf(ASSET_COLOR),
        ...sizeUpTo(18),
      },
    },
    ...Object.entries(namesBeside).map(([side, style]) => ({
      selector: `node[side = "${side}"]`,
      style: { label: 'data(label)', ...style },
    })),
    ...Object.entries(classShapes).map(([name, { corners, isHollow = false }]) => ({
      selector: `node[assetClass = "${name}"]`,
      style: {
        ...(corners !== null && { shape: 'polygon' as const, 'shape-polygon-points': corners.flat().join(' ') }),
        ...(isHollow && {
          'background-color': colorOf('--colorNeutralBackground1'),
          'border-width': onScreen(2),
          'border-color': colorOf(ASSET_COLOR),
        }),
      },
    })),
    { selector: 'node[?isHub]', style: { 'font-weight': 'bold', 'z-index': 1, ...sizeUpTo(26) } },
    {
      selector: 'node[kind = "group"]',
      style: {
        shape: 'round-rectangle',
        'background-color': colorOf('--colorNeutralForeground3'),
        ...sizeUpTo(32, 16),
      },
    },
    {
      selector: 'node[kind = "name"]',
      style: {
        shape: 'diamond',
        'background-color': colorOf('--colorNeutralBackground1'),
        'border-width': onScreen(2),
        'border-style': 'dashed',
        'border-color': colorOf('--colorPaletteRedBorderActive'),
      },
    },
    {
      selector: 'node.focus',
      style: { 'border-width': onScreen(3), 'border-color': colorOf('--colorNeutralForeground1'), ...sizeUpTo(26) },
    },
    {
      selector: 'edge',
      style: {
        width: upTo(1.5),
        'line-color': colorOf(OTHER_LOOK.color),
        'target-arrow-color': colorOf(OTHER_LOOK.color),
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'arrow-scale': upTo(0.8),
      },
    },
    { selector: '.aside', style: { opacity: 0.25 } },
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
