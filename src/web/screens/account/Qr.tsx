import { create } from 'qrcode';

/** Drawn as one path: no image, no canvas, no inline style. Black on white in every theme, as cameras expect. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x + 4} ${y + 4}h1v1h-1z`;
  }
  return (
    <svg className="qr" viewBox={`0 0 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={path} fill="currentColor" />
    </svg>
  );
};
