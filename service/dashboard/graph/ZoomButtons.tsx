import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { ZoomFitRegular, ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons';

const STEP = 1.4;

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
});

interface ZoomButtonsProps {
  zoomBy: (factor: number) => void;
  showAll: () => void;
}

/** For whoever has no wheel to zoom with: names come with zooming in. */
export function ZoomButtons({ zoomBy, showAll }: ZoomButtonsProps) {
  const acts = [
    { label: 'Zoom in', icon: <ZoomInRegular />, act: () => zoomBy(STEP) },
    { label: 'Zoom out', icon: <ZoomOutRegular />, act: () => zoomBy(1 / STEP) },
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
