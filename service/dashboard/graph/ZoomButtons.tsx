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

const STEP = 1.4;
/** How far a move goes, px. */
const SIDE_PX = 120;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', flexShrink: 0, gap: tokens.spacingHorizontalXS },
});

interface ZoomButtonsProps {
  zoomBy: (factor: number) => void;
  moveBy: (x: number, y: number) => void;
  showAll: () => void;
}

/** For whoever has no wheel to zoom with, and cannot drag: names come with zooming in. */
export function ZoomButtons({ zoomBy, moveBy, showAll }: ZoomButtonsProps) {
  const acts = [
    { label: 'Zoom in', icon: <ZoomInRegular />, act: () => zoomBy(STEP) },
    { label: 'Zoom out', icon: <ZoomOutRegular />, act: () => zoomBy(1 / STEP) },
    { label: 'Look left', icon: <ArrowLeftRegular />, act: () => moveBy(SIDE_PX, 0) },
    { label: 'Look right', icon: <ArrowRightRegular />, act: () => moveBy(-SIDE_PX, 0) },
    { label: 'Look up', icon: <ArrowUpRegular />, act: () => moveBy(0, SIDE_PX) },
    { label: 'Look down', icon: <ArrowDownRegular />, act: () => moveBy(0, -SIDE_PX) },
    { label: 'Show all', icon: <ZoomFitRegular />, act: showAll },
  ];
  return (
    <div className={useStyles().buttons}>
      {acts.map(({ label, icon, act }) => (
        <Tooltip key={label} content={label} relationship="label">
          <Button size="small" icon={icon} onClick={act} />
        </Tooltip>
      ))}
    </div>
  );
}
