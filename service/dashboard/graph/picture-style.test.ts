import { expect, test } from '@jest/globals';
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { ASSET_COLOR, pictureStyle, relationLooks } from './picture-style.ts';

/** WCAG 2.1, 1.4.11: what has to be seen to understand a picture. */
const CONTRAST_MIN = 3;

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (bright + 0.05) / (dark + 0.05);
}

test('names stand on the background of the theme, which no line shows through', () => {
  const style = pictureStyle((name) => `the ${name}`).find(({ selector }) => selector === 'node');
  expect(style).toMatchObject({
    style: { 'text-background-opacity': 1, 'text-background-color': 'the --colorNeutralBackground1' },
  });
});

test.each<[string, Theme]>([
  ['light', webLightTheme],
  ['dark', webDarkTheme],
])('every node and edge of the picture stands out from its background when it is %s', (_name, theme) => {
  const colors = [ASSET_COLOR, ...Object.values(relationLooks).map(({ color }) => color)];
  const faint = colors.filter((color) => {
    const hex = theme[color.slice(2) as keyof Theme];
    return !(contrast(String(hex), theme.colorNeutralBackground1) >= CONTRAST_MIN);
  });
  expect(faint).toEqual([]);
});
