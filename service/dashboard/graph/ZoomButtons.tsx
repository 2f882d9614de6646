import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowLeftRegular,
  ArrowRightRegular,
  ArrowUpRegular,
  ZoomFitRegular,
  ZoomInRegular,
  ZoomOutRegular,
} from '@fluentui/react-icons';
import { pictureMoves, type PictureMove } from './picture-moves.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', flexShrink: 0, gap: tokens.spacingHorizontalXS },
});

const buttons = [
  { label: 'Zoom in', icon: <ZoomInRegular />, act: pictureMoves.zoomIn },
  { label: 'Zoom out', icon: <ZoomOutRegular />, act: pictureMoves.zoomOut },
  { label: 'Look left', icon: <ArrowLeftRegular />, act: pictureMoves.lookLeft },
  { label: 'Look right', icon: <ArrowRightRegular />, act: pictureMoves.lookRight },
  { label: 'Look up', icon: <ArrowUpRegular />, act: pictureMoves.lookUp },
  { label: 'Look down', icon: <ArrowDownRegular />, act: pictureMoves.lookDown },
  { label: 'Show all', icon: <ZoomFitRegular />, act: pictureMoves.showAll },
];

/** For whoever has no wheel to zoom with, and cannot drag: names come with zooming in. */
export function ZoomButtons({ move }: { move: (how: PictureMove) => void }) {
  return (
    <div className={useStyles().buttons}>
      {buttons.map(({ label, icon, act }) => (
        <Tooltip key={label} content={label} relationship="label">
          <Button size="small" icon={icon} onClick={() => move(act)} />
        </Tooltip>
      ))}
    </div>
  );
}
