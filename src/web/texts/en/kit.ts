export const kit = {
  title: 'Parts of the interface, light and dark',
  light: 'Light',
  dark: 'Dark',
  states: 'States of a report',
  buttons: 'Buttons and fields',
  days: 'Day strip',
  banners: 'Banners',
  places: 'Empty, loading, error',
  paths: 'Path and remarks',
  tables: 'Table',
  icons: 'Icons',
};
